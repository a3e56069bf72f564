/** Reads the lines, the facts and the likely places of the article out of a page's markup. */
@NullMarked
package org.nangdok.article.html;

import org.jspecify.annotations.NullMarked;
