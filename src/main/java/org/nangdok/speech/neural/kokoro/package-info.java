/**
 * Kokoro-82M (StyleTTS 2 with an ISTFTNet decoder; Li et al. 2023), spoken through the project's
 * own front-ends: its symbols, their times, its melody, and people mixed of its styles.
 */
@NullMarked
package org.nangdok.speech.neural.kokoro;

import org.jspecify.annotations.NullMarked;
