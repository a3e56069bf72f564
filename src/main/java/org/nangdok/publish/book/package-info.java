/** Audiobooks and talking books made from readings: what readers and players take away. */
@NullMarked
package org.nangdok.publish.book;

import org.jspecify.annotations.NullMarked;
