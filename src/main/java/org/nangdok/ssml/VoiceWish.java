package org.nangdok.ssml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code voice} element asks for (SSML 1.1, 3.2.1).
 *
 * @param names voices in order of preference
 * @param gender {@code female}, {@code male}, or nothing
 * @param language BCP 47 tag of the first language asked for
 */
public record VoiceWish(List<String> names, @Nullable String gender, @Nullable String language) {

  public VoiceWish {
    names = List.copyOf(names);
  }
}
