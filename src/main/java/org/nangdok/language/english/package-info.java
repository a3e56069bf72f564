/** English: numbers, money, units and initialisms as plain words. */
@NullMarked
package org.nangdok.language.english;

import org.jspecify.annotations.NullMarked;
