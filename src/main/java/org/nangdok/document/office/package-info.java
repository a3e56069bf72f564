/** Office files: DOCX, PPTX, ODT and RTF. */
@NullMarked
package org.nangdok.document.office;

import org.jspecify.annotations.NullMarked;
