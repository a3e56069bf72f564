/** Puts the labels and words of a transcript together to turns. */
@NullMarked
package org.nangdok.script.turn;

import org.jspecify.annotations.NullMarked;
