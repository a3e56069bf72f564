/** Weighs the readings of a whole document against each other. */
@NullMarked
package org.nangdok.script.verdict;

import org.jspecify.annotations.NullMarked;
