/** The editable data that ships with the program. */
@NullMarked
package org.nangdok.data;

import org.jspecify.annotations.NullMarked;
