/**
 * What Korean writes with other characters than Hangul, Latin letters and digits, respelled in
 * these before anything else reads it: Chinese characters, kana, other scripts, signs.
 */
@NullMarked
package org.nangdok.language.korean.signs;

import org.jspecify.annotations.NullMarked;
