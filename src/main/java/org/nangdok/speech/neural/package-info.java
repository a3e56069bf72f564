/** What engines share that run neural networks through ONNX Runtime. */
@NullMarked
package org.nangdok.speech.neural;

import org.jspecify.annotations.NullMarked;
