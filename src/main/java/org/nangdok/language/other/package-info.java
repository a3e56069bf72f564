/**
 * Languages for which there is no front-end of our own: sentences, numbers, percentages and sums by
 * ICU and the CLDR, everything else as it is written.
 */
@NullMarked
package org.nangdok.language.other;

import org.jspecify.annotations.NullMarked;
