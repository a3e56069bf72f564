/** Quotations inside running text and who is quoted. */
@NullMarked
package org.nangdok.script.quote;

import org.jspecify.annotations.NullMarked;
