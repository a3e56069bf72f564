/** Long works: books and papers in chapters, each part of which is a reading of its own. */
@NullMarked
package org.nangdok.work;

import org.jspecify.annotations.NullMarked;
