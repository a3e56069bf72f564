/** Reads single lines of a transcript as labels, words and marks. */
@NullMarked
package org.nangdok.script.line;

import org.jspecify.annotations.NullMarked;
