/** One sentence of one turn as it is spoken, and the key of all that decides its sound. */
@NullMarked
package org.nangdok.utterance;

import org.jspecify.annotations.NullMarked;
