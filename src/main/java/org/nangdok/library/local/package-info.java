/** The library of one process: an H2 file and a folder of clips. */
@NullMarked
package org.nangdok.library.local;

import org.jspecify.annotations.NullMarked;
