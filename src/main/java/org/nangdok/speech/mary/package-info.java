/** English sound by MaryTTS; the only room besides its Korean component that speaks its types. */
@NullMarked
package org.nangdok.speech.mary;

import org.jspecify.annotations.NullMarked;
