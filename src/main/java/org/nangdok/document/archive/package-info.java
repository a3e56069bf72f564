/** Members of ZIP files and their XML, in bounds. */
@NullMarked
package org.nangdok.document.archive;

import org.jspecify.annotations.NullMarked;
