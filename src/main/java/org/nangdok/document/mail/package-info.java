/** Mails and saved pages, which have the same form (MIME). */
@NullMarked
package org.nangdok.document.mail;

import org.jspecify.annotations.NullMarked;
