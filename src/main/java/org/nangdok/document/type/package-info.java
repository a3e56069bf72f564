/** Tells by its content of what kind a file is, and has it read by the reader of that kind. */
@NullMarked
package org.nangdok.document.type;

import org.jspecify.annotations.NullMarked;
