/** Korean words: parts of speech, the lexicon of marked words, accentual phrases. */
@NullMarked
package org.nangdok.language.korean.words;

import org.jspecify.annotations.NullMarked;
