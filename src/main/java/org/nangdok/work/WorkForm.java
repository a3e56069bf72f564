package org.nangdok.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.nangdok.article.Article;
import org.nangdok.library.LibraryException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Works as they are kept: JSON, that of texts compressed. */
final class WorkForm {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private WorkForm() {}

  /** A work's name: what is read, of whom, how, and for whom. */
  static String id(WorkRequest request, String owner) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(JSON.writeValueAsBytes(request.title()));
      digest.update(JSON.writeValueAsBytes(request.author()));
      digest.update(JSON.writeValueAsBytes(owner));
      Manner manner = request.manner();
      digest.update(JSON.writeValueAsBytes(new TreeMap<>(manner.voices()))); // in one order
      digest.update(
          JSON.writeValueAsBytes(
              new Object[] {
                manner.language(), manner.speed(), manner.quoteVoices(), manner.speakers()
              }));
      for (Article chapter : request.chapters()) {
        digest.update(JSON.writeValueAsBytes(chapter.title()));
        digest.update(JSON.writeValueAsBytes(chapter.paragraphs()));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  static byte[] text(Article part) {
    var content = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(content)) {
      JSON.writeValue(packed, part);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // into memory: it can't
    }
    return content.toByteArray();
  }

  static Article text(byte[] content) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return JSON.readValue(in, Article.class);
    } catch (JacksonException | IOException e) {
      throw unreadable(e);
    }
  }

  static String manner(Manner manner) {
    return JSON.writeValueAsString(manner);
  }

  static Manner manner(String settings) {
    try {
      return JSON.readValue(settings, Manner.class);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /** Voice ids by person, by primary language. */
  static String casting(Map<String, Map<String, String>> casting) {
    return JSON.writeValueAsString(casting);
  }

  static Map<String, Map<String, String>> casting(String casting) {
    try {
      return JSON.readValue(casting, new TypeReference<>() {});
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static LibraryException unreadable(Exception e) {
    return new LibraryException(
        "storage.failed", "This work can't be read any more. Send its text again.", e);
  }
}
