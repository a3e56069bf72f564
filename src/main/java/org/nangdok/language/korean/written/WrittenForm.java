package org.nangdok.language.korean.written;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One class of written text that isn't read as it is spelled, such as dates. */
interface WrittenForm {

  /** Reads what stands at a place, or nothing if it isn't of this form. */
  @Nullable Match match(Writing writing, int at);

  /** All readings that this form offers for a place, the likeliest without context first. */
  default List<Match> offers(Writing writing, int at) {
    Match match = match(writing, at);
    return match == null ? List.of() : List.of(match);
  }
}
