/** IPA by libespeak-ng, its library and data unpacked from the class path. */
@NullMarked
package org.nangdok.speech.espeak;

import org.jspecify.annotations.NullMarked;
