/** Turns an utterance into sound with word marks, through engines. */
@NullMarked
package org.nangdok.speech;

import org.jspecify.annotations.NullMarked;
