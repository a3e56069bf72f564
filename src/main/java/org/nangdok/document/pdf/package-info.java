/** PDF: by its tags where it has them, else by where its letters stand. */
@NullMarked
package org.nangdok.document.pdf;

import org.jspecify.annotations.NullMarked;
