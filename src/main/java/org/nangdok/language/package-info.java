/** Splits text into sentences and writes them as words that can be spoken. */
@NullMarked
package org.nangdok.language;

import org.jspecify.annotations.NullMarked;
