/**
 * Fetches one address safely and decodes it; the only room that opens outbound sockets for pages.
 */
@NullMarked
package org.nangdok.page;

import org.jspecify.annotations.NullMarked;
