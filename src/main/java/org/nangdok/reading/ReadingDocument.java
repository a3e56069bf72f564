package org.nangdok.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reading as it is kept: its plan and what was left out, in JSON. Clips are found again by their
 * keys.
 */
final class ReadingDocument {

  /** Numbers that an earlier version didn't write are zero. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /**
   * What was kept.
   *
   * @param skipped the sentences left out, by index
   */
  record Kept(ReadingPlan plan, Map<Integer, SentenceState.Skipped> skipped) {}

  String write(ReadingPlan plan, List<SentenceState> states) {
    Map<Integer, SentenceState.Skipped> skipped = new LinkedHashMap<>();
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i) instanceof SentenceState.Skipped left) {
        skipped.put(i, left);
      }
    }
    return JSON.writeValueAsString(new Kept(plan, skipped));
  }

  /**
   * @throws IllegalArgumentException if the document was written by a program that is too different
   */
  Kept read(String document) {
    try {
      return JSON.readValue(document, Kept.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The kept reading can't be read.", e);
    }
  }
}
