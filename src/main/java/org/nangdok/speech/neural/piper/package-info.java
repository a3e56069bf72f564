/** Speaks through Piper's voices: one VITS network and one JSON file each. */
@NullMarked
package org.nangdok.speech.neural.piper;

import org.jspecify.annotations.NullMarked;
