package org.nangdok.publish.book;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nangdok.publish.Transcript;
import org.nangdok.publish.Transcript.Turn;

/**
 * What is read, as a book: chapters with their text, its times and its sound.
 *
 * @param id names it among everything that the service made
 * @param author who wrote it, or who published it, as far as that is known
 * @param language BCP 47 tag
 * @param url where it comes from
 * @param made when it was asked for
 * @param cover a picture
 * @param chapters at least one, in order
 * @param unread what isn't heard of it though it was to be read, one line each
 */
public record Book(
    String id,
    String title,
    @Nullable String author,
    String language,
    @Nullable String url,
    Instant made,
    Cover cover,
    List<Chapter> chapters,
    List<String> unread) {

  public Book {
    chapters = List.copyOf(chapters);
    unread = List.copyOf(unread);
    if (chapters.isEmpty()) {
      throw new IllegalArgumentException("A book has a chapter.");
    }
  }

  /**
   * A picture for a book.
   *
   * @param mediaType {@code image/png} or {@code image/jpeg}
   */
  @SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
  public record Cover(String mediaType, byte[] bytes) {

    String extension() {
      return mediaType.equals("image/jpeg") ? "jpg" : "png";
    }
  }

  /** A stretch of a chapter that is made in one piece. */
  public interface Part {

    /** Its text; times begin with 0. It may be read from the store each time. */
    Transcript transcript();

    /** Length of its sound. */
    long millis();

    /** Its sound as MP3 of a constant bit rate, so that several can stand one after another. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * A chapter.
   *
   * @param parts at least one, heard one after another
   */
  public record Chapter(String title, List<Part> parts) {

    public Chapter {
      parts = List.copyOf(parts);
    }

    /** Length of its sound. */
    public long millis() {
      return parts.stream().mapToLong(Part::millis).sum();
    }

    /** Writes its sound. */
    public void write(OutputStream out) throws IOException {
      for (Part part : parts) {
        part.write(out);
      }
    }
  }

  /** Length of all sound. */
  public long millis() {
    return chapters.stream().mapToLong(Chapter::millis).sum();
  }

  /** The name by which it is known everywhere. */
  String uuid() {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(
            ("nangdok:" + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  boolean isKorean() {
    return language.equals("ko") || language.startsWith("ko-");
  }

  /** What the chapter of what isn't heard is called. */
  String unreadTitle() {
    return isKorean() ? "읽지 못한 곳" : "Not read aloud";
  }

  /** The language as ISO 639-2 has it. */
  String language3() {
    try {
      return Locale.forLanguageTag(language).getISO3Language();
    } catch (MissingResourceException e) {
      return "und";
    }
  }

  /** The voices that a text is read by, for whoever wants to know. */
  static Set<String> voices(List<Turn> turns) {
    Set<String> voices = new LinkedHashSet<>();
    turns.forEach(turn -> voices.add(turn.voice()));
    return voices;
  }
}
