/**
 * Books, papers, mails and other files of strangers as chapters of words: what is read, in reading
 * order, and what is left out.
 */
@NullMarked
package org.nangdok.document;

import org.jspecify.annotations.NullMarked;
