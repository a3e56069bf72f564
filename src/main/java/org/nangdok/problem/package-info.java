/**
 * How every room says that something can't be done: a stable code and a sentence that says what to
 * do.
 */
@NullMarked
package org.nangdok.problem;

import org.jspecify.annotations.NullMarked;
