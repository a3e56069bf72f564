/**
 * Korean as a MaryTTS language component, found by MaryTTS itself through {@code
 * META-INF/services}: tokens and pronunciation by Nangdok's Korean front-end, sound by
 * libespeak-ng.
 */
@NullMarked
package marytts.language.ko;

import org.jspecify.annotations.NullMarked;
