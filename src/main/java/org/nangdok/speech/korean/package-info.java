/**
 * Korean as it is to sound, whoever makes the sound: syllables, the melody and rhythm of Seoul
 * Korean planned for a sentence (K-ToBI 3.1), how long each sound lasts, and when each was heard.
 */
@NullMarked
package org.nangdok.speech.korean;

import org.jspecify.annotations.NullMarked;
