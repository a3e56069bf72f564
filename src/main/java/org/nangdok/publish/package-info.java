/** Transcripts, captions and chapters made from a reading. */
@NullMarked
package org.nangdok.publish;

import org.jspecify.annotations.NullMarked;
