/** Lexicon files: reading them, and the lexicons that users add. */
@NullMarked
package org.nangdok.language.lexicon;

import org.jspecify.annotations.NullMarked;
