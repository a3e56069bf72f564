/** Written Korean (numbers, units, Latin letters, symbols) as the words that are spoken. */
@NullMarked
package org.nangdok.language.korean.written;

import org.jspecify.annotations.NullMarked;
