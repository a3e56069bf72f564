package org.nangdok.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.nangdok.publish.Transcript.Sentence;
import org.nangdok.publish.Transcript.Turn;

/**
 * What a sound file says of itself: the article's facts, and a chapter for each turn and for each
 * section below a subheading.
 */
public final class Tags {

  private Tags() {}

  /**
   * A stretch of the sound.
   *
   * @param start milliseconds
   * @param end milliseconds; where the next chapter starts
   * @param title the subheading, or the speaker with what the article calls them, or the headline
   */
  record Chapter(long start, long end, String title) {}

  static List<Chapter> chapters(Transcript transcript) {
    SequencedMap<Long, String> starts = new LinkedHashMap<>();
    for (Turn turn : transcript.turns()) {
      starts.put(turn.start(), title(transcript, turn));
      sections(turn, starts);
    }
    List<Chapter> chapters = new ArrayList<>();
    long end = transcript.millis();
    for (Map.Entry<Long, String> one : starts.reversed().entrySet()) {
      chapters.addFirst(new Chapter(one.getKey(), end, one.getValue()));
      end = one.getKey();
    }
    return chapters;
  }

  /** A heading of several sentences stands in one line and makes one chapter. */
  private static void sections(Turn turn, Map<Long, String> starts) {
    List<Sentence> sentences = turn.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence first = sentences.get(i);
      if (first.heading()) {
        var title = new StringBuilder(first.text());
        while (i + 1 < sentences.size() && sentences.get(i + 1).line() == first.line()) {
          title.append(' ').append(sentences.get(++i).text());
        }
        starts.put(first.start(), title.toString());
      }
    }
  }

  private static String title(Transcript transcript, Turn turn) {
    if ("headline".equals(turn.title())) {
      return transcript.title();
    }
    String who = turn.who(transcript.language());
    return turn.title() == null ? who : who + " · " + turn.title();
  }

  /** Who published it, as far as it is known. */
  static String artist(Transcript transcript) {
    if (transcript.site() != null) {
      return transcript.site();
    }
    return transcript.byline() == null ? "Nangdok" : transcript.byline();
  }

  /** The language as ISO 639-2 has it. */
  static String language(Transcript transcript) {
    try {
      return Locale.forLanguageTag(transcript.language()).getISO3Language();
    } catch (java.util.MissingResourceException e) {
      return "und";
    }
  }

  /** {@code NAME=value} as Ogg and FLAC files have them (Xiph's field names, OggChapters). */
  public static List<String> comments(Transcript transcript) {
    List<String> comments = new ArrayList<>();
    comments.add("TITLE=" + transcript.title());
    comments.add("ARTIST=" + artist(transcript));
    comments.add("ALBUM=Nangdok");
    comments.add("GENRE=Speech");
    comments.add("LANGUAGE=" + language(transcript));
    comments.add("DESCRIPTION=" + Transcript.SYNTHETIC);
    if (transcript.published() != null) {
      comments.add("DATE=" + transcript.published().toLocalDate());
    }
    if (transcript.url() != null) {
      comments.add("CONTACT=" + transcript.url());
    }
    int number = 1;
    for (Chapter chapter : chapters(transcript)) {
      String field = String.format(Locale.ROOT, "CHAPTER%03d", number++);
      comments.add(field + "=" + CueTime.withPoint(chapter.start()));
      comments.add(field + "NAME=" + chapter.title());
    }
    return comments;
  }

  /** The same as text that ffmpeg reads (FFMETADATA1). */
  public static String ffmetadata(Transcript transcript) {
    var text = new StringBuilder(";FFMETADATA1\n");
    line(text, "title", transcript.title());
    line(text, "artist", artist(transcript));
    line(text, "album", "Nangdok");
    line(text, "genre", "Speech");
    line(text, "comment", Transcript.SYNTHETIC);
    if (transcript.published() != null) {
      line(text, "date", transcript.published().toLocalDate().toString());
    }
    for (Chapter chapter : chapters(transcript)) {
      text.append("[CHAPTER]\nTIMEBASE=1/1000\n");
      line(text, "START", Long.toString(chapter.start()));
      line(text, "END", Long.toString(chapter.end()));
      line(text, "title", chapter.title());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    String oneLine = value.replaceAll("\\s+", " ").replaceAll("([=;#\\\\])", "\\\\$1");
    text.append(name).append('=').append(oneLine).append('\n');
  }
}
