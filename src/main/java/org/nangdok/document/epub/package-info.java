/** EPUB 2 and 3. */
@NullMarked
package org.nangdok.document.epub;

import org.jspecify.annotations.NullMarked;
