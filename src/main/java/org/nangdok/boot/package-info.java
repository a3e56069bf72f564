/** What Spring Boot brings by itself. */
@NullMarked
package org.nangdok.boot;

import org.jspecify.annotations.NullMarked;
