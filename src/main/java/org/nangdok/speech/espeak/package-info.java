/**
 * Korean sound by libespeak-ng: its library and data unpacked from the class path, phonemes and a
 * tone table of our own, and the prosody of Seoul Korean imposed on every syllable.
 */
@NullMarked
package org.nangdok.speech.espeak;

import org.jspecify.annotations.NullMarked;
