/** Where readings and clips are kept. */
@NullMarked
package org.nangdok.library;

import org.jspecify.annotations.NullMarked;
