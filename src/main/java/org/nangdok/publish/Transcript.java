package org.nangdok.publish;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who says what and when: the one record from which every export is made.
 *
 * @param id the reading's id
 * @param title the headline
 * @param language BCP 47 tag
 * @param url the article's address
 * @param site the outlet's name
 * @param byline the reporter's name as printed
 * @param published the time of publication
 * @param audio the address of the audio, absolute
 * @param millis length of the audio
 * @param turns the turns in order
 * @param credits makers who are named: shown, not read
 */
public record Transcript(
    String id,
    String title,
    String language,
    @Nullable String url,
    @Nullable String site,
    @Nullable String byline,
    @Nullable OffsetDateTime published,
    String audio,
    long millis,
    List<Turn> turns,
    List<String> credits) {

  public Transcript {
    turns = List.copyOf(turns);
    credits = List.copyOf(credits);
  }

  /** What every export says of its voices. */
  public static final String SYNTHETIC = "All voices are synthetic.";

  /**
   * One turn.
   *
   * @param role the role's code, such as {@code reporter}
   * @param person the identity's key
   * @param name the person's name, if known
   * @param title the person's function as printed
   * @param voice the catalogue id of the voice
   * @param gender {@code female} or {@code male}, if the voice has one
   */
  public record Turn(
      String role,
      String person,
      @Nullable String name,
      @Nullable String title,
      String voice,
      @Nullable String gender,
      List<Sentence> sentences) {

    public Turn {
      sentences = List.copyOf(sentences);
    }

    /**
     * The name, or the role's name where there is none.
     *
     * @param language BCP 47 tag of the transcript
     */
    public String who(String language) {
      return name == null ? RoleName.of(role, language) : name;
    }

    /** When the turn's sound begins, in milliseconds. */
    public long start() {
      return sentences.getFirst().start();
    }

    /** When the turn's sound ends, in milliseconds. */
    public long end() {
      return sentences.getLast().end();
    }

    /** The words of the turn. */
    public String text() {
      return String.join(" ", sentences.stream().map(Sentence::text).toList());
    }
  }

  /**
   * One sentence.
   *
   * @param text as written
   * @param line the input line in which it begins; sentences of one line are one paragraph
   * @param heading whether it belongs to a subheading, at which a section begins
   * @param start milliseconds from the start of the audio
   * @param end milliseconds from the start of the audio
   */
  public record Sentence(String text, int line, boolean heading, long start, long end) {

    /** A sentence of running text. */
    public Sentence(String text, int line, long start, long end) {
      this(text, line, false, start, end);
    }
  }
}
