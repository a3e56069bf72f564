/** Finds the article in a page or a pasted text and accounts for every line that is left out. */
@NullMarked
package org.nangdok.article;

import org.jspecify.annotations.NullMarked;
