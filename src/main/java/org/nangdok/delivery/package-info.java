/** HTTP: controllers, streaming, problem details. */
@NullMarked
package org.nangdok.delivery;

import org.jspecify.annotations.NullMarked;
