/** HTML and XHTML as blocks: shared by every kind whose words stand in markup. */
@NullMarked
package org.nangdok.document.markup;

import org.jspecify.annotations.NullMarked;
