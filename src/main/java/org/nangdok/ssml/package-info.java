/**
 * Reads what authors write in SSML 1.1 (W3C Recommendation, 7 September 2010): a subset, parsed by
 * a reader that knows no document types and opens nothing.
 */
@NullMarked
package org.nangdok.ssml;

import org.jspecify.annotations.NullMarked;
