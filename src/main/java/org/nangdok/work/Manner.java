package org.nangdok.work;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.script.Wish;

/**
 * How a work is read; as {@link ReadingRequest} has it.
 *
 * @param language BCP 47 tag of the whole work; null where each chapter tells by its words
 */
public record Manner(
    @Nullable String language,
    Map<String, String> voices,
    double speed,
    boolean quoteVoices,
    Wish speakers) {

  /** As the casting has it. */
  public static final Manner USUAL = new Manner(null, Map.of(), 1, false, Wish.AUTO);

  public Manner {
    voices = Map.copyOf(voices);
  }

  /**
   * The request for a part.
   *
   * @param text the part's own
   */
  ReadingRequest request(String text) {
    return new ReadingRequest(
        null, null, text, null, language, voices, speed, quoteVoices, speakers);
  }
}
