/** Who gets in: keys, signed links, and how those who don't are told. */
@NullMarked
package org.nangdok.delivery.access;

import org.jspecify.annotations.NullMarked;
