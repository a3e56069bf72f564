/** Feeds that people subscribe to, and the sites' feeds that they follow. */
@NullMarked
package org.nangdok.feed;

import org.jspecify.annotations.NullMarked;
