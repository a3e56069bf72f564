/** The Standard Pronunciation of Korean (표준 발음법) as ordered rules over syllables. */
@NullMarked
package org.nangdok.language.korean.sound;

import org.jspecify.annotations.NullMarked;
