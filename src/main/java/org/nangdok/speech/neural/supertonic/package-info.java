/** Speaks through Supertonic 3, a pack of four ONNX graphs with ten speakers. */
@NullMarked
package org.nangdok.speech.neural.supertonic;

import org.jspecify.annotations.NullMarked;
