/** Interfaces of other speech services, so that their clients can use this one. */
@NullMarked
package org.nangdok.delivery.foreign;

import org.jspecify.annotations.NullMarked;
