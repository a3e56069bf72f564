/** The keys that say who may do what: made on the command line, checked by the service. */
@NullMarked
package org.nangdok.key;

import org.jspecify.annotations.NullMarked;
