/** English words in Hangul, by their pronunciation and the national loanword rules (외래어 표기법). */
@NullMarked
package org.nangdok.language.korean.loan;

import org.jspecify.annotations.NullMarked;
