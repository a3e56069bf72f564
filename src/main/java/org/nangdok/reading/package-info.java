/** Runs the whole way of one article and knows its state. */
@NullMarked
package org.nangdok.reading;

import org.jspecify.annotations.NullMarked;
