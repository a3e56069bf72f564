package org.nangdok.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.nangdok.library.StoredPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reading as it is kept: its plan in compressed JSON, and apart from it what was left out. Clips
 * are found again by their keys.
 */
final class ReadingDocument {

  /** Numbers that an earlier version didn't write are zero. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  /**
   * What version 1 kept in one document.
   *
   * @param skipped the sentences left out, by index
   */
  record Kept(ReadingPlan plan, Map<Integer, SentenceState.Skipped> skipped) {}

  StoredPlan write(ReadingPlan plan) {
    var content = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(content)) {
      JSON.writeValue(packed, plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory: it can't
    }
    var clips = new ByteArrayOutputStream();
    for (PlannedSentence sentence : plan.sentences()) {
      clips.writeBytes(HexFormat.of().parseHex(sentence.key().hex()));
    }
    return new StoredPlan(content.toByteArray(), clips.toByteArray(), plan.title(), plan.url());
  }

  /** What was left out, by index. */
  String states(List<SentenceState> states) {
    Map<Integer, SentenceState.Skipped> skipped = new LinkedHashMap<>();
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i) instanceof SentenceState.Skipped left) {
        skipped.put(i, left);
      }
    }
    return JSON.writeValueAsString(skipped);
  }

  /**
   * @throws IllegalArgumentException if it was written by a program that is too different
   */
  ReadingPlan plan(byte[] content) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return JSON.readValue(in, ReadingPlan.class);
    } catch (JacksonException | IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * @throws IllegalArgumentException as {@link #plan} does
   */
  Map<Integer, SentenceState.Skipped> skipped(String states) {
    if (states.isEmpty()) {
      return Map.of();
    }
    try {
      return JSON.readValue(states, new TypeReference<>() {});
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /**
   * A document of version 1.
   *
   * @throws IllegalArgumentException as {@link #plan} does
   */
  Kept read(String document) {
    try {
      return JSON.readValue(document, Kept.class);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static IllegalArgumentException unreadable(Exception e) {
    return new IllegalArgumentException("The kept reading can't be read.", e);
  }
}
