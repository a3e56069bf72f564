package org.nangdok.publish;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.publish.Tags.Chapter;

/**
 * The tag before the sound of an MP3 that is taken away: title, artist, date, language, cover, and
 * a chapter for each turn and section (ID3v2.4.0; ID3v2 Chapter Frame Addendum 1.0).
 */
public final class Id3Tag {

  private static final byte UTF_8 = 3;
  private static final byte FRONT_COVER = 3;
  private static final int MOST_CHILDREN =
      127; // 255 by the standard, but some readers take the byte for signed
  private static final int TOP_LEVEL = 2;
  private static final int ORDERED = 1;
  private static final int UNKNOWN_OFFSET = -1;

  private Id3Tag() {}

  /**
   * The tag as bytes.
   *
   * @param cover its media type and bytes
   */
  public static byte[] of(Transcript transcript, Picture cover) {
    var frames = new ByteArrayOutputStream();
    frames.writeBytes(text("TIT2", transcript.title()));
    frames.writeBytes(text("TPE1", Tags.artist(transcript)));
    frames.writeBytes(text("TALB", "Nangdok"));
    frames.writeBytes(text("TCON", "Speech"));
    frames.writeBytes(text("TLAN", Tags.language(transcript)));
    frames.writeBytes(text("TLEN", Long.toString(transcript.millis())));
    if (transcript.published() != null) {
      frames.writeBytes(text("TDRC", transcript.published().toLocalDate().toString()));
    }
    if (transcript.url() != null) {
      frames.writeBytes(frame("WOAF", transcript.url().getBytes(StandardCharsets.ISO_8859_1)));
    }
    frames.writeBytes(comment());
    frames.writeBytes(picture(cover));
    frames.writeBytes(chapters(Tags.chapters(transcript)));
    return tag(frames);
  }

  /**
   * The tag of one of several files that make a book.
   *
   * @param number its place, from 1
   * @param of how many there are
   * @param language as ISO 639-2 has it
   * @param cover its media type and bytes
   */
  public record Track(
      String title,
      String album,
      String artist,
      int number,
      int of,
      String language,
      long millis,
      Picture cover) {

    /** The tag as bytes. */
    public byte[] bytes() {
      var frames = new ByteArrayOutputStream();
      frames.writeBytes(text("TIT2", title));
      frames.writeBytes(text("TPE1", artist));
      frames.writeBytes(text("TALB", album));
      frames.writeBytes(text("TRCK", number + "/" + of));
      frames.writeBytes(text("TCON", "Audiobook"));
      frames.writeBytes(text("TLAN", language));
      frames.writeBytes(text("TLEN", Long.toString(millis)));
      frames.writeBytes(comment());
      frames.writeBytes(picture(cover));
      return tag(frames);
    }
  }

  /** A picture for a tag. */
  @SuppressWarnings("ArrayRecordComponent") // large, handed on, never compared
  public record Picture(String mediaType, byte[] bytes) {}

  private static byte[] tag(ByteArrayOutputStream frames) {
    return ByteBuffer.allocate(10 + frames.size())
        .put(new byte[] {'I', 'D', '3', 4, 0, 0})
        .putInt(syncSafe(frames.size()))
        .put(frames.toByteArray())
        .array();
  }

  private static byte[] comment() {
    var content = new ByteArrayOutputStream();
    content.write(UTF_8);
    content.writeBytes("eng".getBytes(StandardCharsets.US_ASCII));
    content.write(0); // no description
    content.writeBytes(Transcript.SYNTHETIC.getBytes(StandardCharsets.UTF_8));
    return frame("COMM", content.toByteArray());
  }

  private static byte[] picture(Picture picture) {
    var content = new ByteArrayOutputStream();
    content.write(UTF_8);
    content.writeBytes(terminated(picture.mediaType()));
    content.write(FRONT_COVER);
    content.write(0); // no description
    content.writeBytes(picture.bytes());
    return frame("APIC", content.toByteArray());
  }

  /** The table of contents, then the chapters; in groups where one table can't name them all. */
  private static byte[] chapters(List<Chapter> chapters) {
    List<String> ids = new ArrayList<>();
    var frames = new ByteArrayOutputStream();
    for (Chapter chapter : chapters) {
      String id = "turn" + ids.size();
      ids.add(id);
      frames.writeBytes(chapter(id, chapter));
    }
    var tables = new ByteArrayOutputStream();
    if (ids.size() <= MOST_CHILDREN) {
      tables.writeBytes(table("toc", TOP_LEVEL | ORDERED, ids));
    } else {
      List<String> groups = new ArrayList<>();
      for (int from = 0; from < ids.size(); from += MOST_CHILDREN) {
        String group = "toc" + groups.size();
        groups.add(group);
        List<String> children = ids.subList(from, Math.min(ids.size(), from + MOST_CHILDREN));
        tables.writeBytes(table(group, ORDERED, children));
      }
      tables.writeBytes(table("toc", TOP_LEVEL | ORDERED, groups));
    }
    tables.writeBytes(frames.toByteArray());
    return tables.toByteArray();
  }

  private static byte[] table(String id, int flags, List<String> children) {
    var content = new ByteArrayOutputStream();
    content.writeBytes(terminated(id));
    content.write(flags);
    content.write(children.size());
    children.forEach(child -> content.writeBytes(terminated(child)));
    return frame("CTOC", content.toByteArray());
  }

  private static byte[] chapter(String id, Chapter chapter) {
    byte[] name = terminated(id);
    byte[] title = text("TIT2", chapter.title());
    return frame(
        "CHAP",
        ByteBuffer.allocate(name.length + 16 + title.length)
            .put(name)
            .putInt((int) chapter.start())
            .putInt((int) chapter.end())
            .putInt(UNKNOWN_OFFSET)
            .putInt(UNKNOWN_OFFSET)
            .put(title)
            .array());
  }

  private static byte[] text(String id, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return frame(id, ByteBuffer.allocate(1 + encoded.length).put(UTF_8).put(encoded).array());
  }

  private static byte[] frame(String id, byte[] content) {
    return ByteBuffer.allocate(10 + content.length)
        .put(id.getBytes(StandardCharsets.US_ASCII))
        .putInt(syncSafe(content.length))
        .putShort((short) 0)
        .put(content)
        .array();
  }

  private static byte[] terminated(String ascii) {
    return (ascii + "\0").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Seven bits a byte, so that no byte looks like the start of a frame of sound. */
  private static int syncSafe(int number) {
    return (number & 0x7F)
        | (number & 0x3F80) << 1
        | (number & 0x1FC000) << 2
        | (number & 0xFE00000) << 3;
  }
}
