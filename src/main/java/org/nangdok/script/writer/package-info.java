/**
 * The door of room {@code script}: writes an article's script from what the document as a whole
 * shows, holds it to its promise, and lets quoted people speak. The values stand one package above,
 * the parts that decide beside it; none of them knows this package.
 */
@NullMarked
package org.nangdok.script.writer;

import org.jspecify.annotations.NullMarked;
