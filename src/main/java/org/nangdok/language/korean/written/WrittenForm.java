package org.nangdok.language.korean.written;

import org.jspecify.annotations.Nullable;

/** One class of written text that isn't read as it is spelled, such as dates. */
interface WrittenForm {

  /** Reads what stands at a place, or nothing if it isn't of this form. */
  @Nullable Match match(Writing writing, int at);
}
