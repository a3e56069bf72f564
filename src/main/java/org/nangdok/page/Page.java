package org.nangdok.page;

import java.net.URI;

/**
 * A fetched and decoded page.
 *
 * @param address the final address, after redirects
 * @param html the decoded characters, as sent
 */
public record Page(URI address, String html) {}
