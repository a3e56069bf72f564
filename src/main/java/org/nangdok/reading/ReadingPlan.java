package org.nangdok.reading;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Dropped;
import org.nangdok.script.Explanation;

/**
 * Everything about a reading that is decided before the first sound is made.
 *
 * @param id names the reading: the same article with the same settings has the same id
 * @param url the page's address, if it came from one
 * @param title the headline; the first words of the text where there is none
 * @param byline the reporter's name as printed
 * @param published the time of publication
 * @param language BCP 47 tag of the text
 * @param site the outlet's name
 * @param turns who says what, in order
 * @param dropped the lines that are not read
 * @param credits makers who are named: shown, not read
 * @param warnings what was uncertain
 * @param explanation why these people speak; null where they are given, and in what an earlier
 *     version kept
 */
public record ReadingPlan(
    String id,
    @Nullable String url,
    String title,
    @Nullable String byline,
    @Nullable OffsetDateTime published,
    String language,
    @Nullable String site,
    List<PlannedTurn> turns,
    List<Dropped> dropped,
    List<String> credits,
    List<String> warnings,
    @Nullable Explanation explanation) {

  /** The warning of a reading that light voices read for want of processors. */
  static final String BUSY =
      "More people listen than natural voices can keep up with now, so light voices read this. Ask"
          + " again later to have natural ones.";

  public ReadingPlan {
    turns = List.copyOf(turns);
    dropped = List.copyOf(dropped);
    credits = List.copyOf(credits);
    warnings = List.copyOf(warnings);
  }

  /** A plan whose speakers nobody had to find out. */
  public ReadingPlan(
      String id,
      @Nullable String url,
      String title,
      @Nullable String byline,
      @Nullable OffsetDateTime published,
      String language,
      @Nullable String site,
      List<PlannedTurn> turns,
      List<Dropped> dropped,
      List<String> credits,
      List<String> warnings) {
    this(
        id, url, title, byline, published, language, site, turns, dropped, credits, warnings, null);
  }

  /** What of the sentences isn't heard; with the dropped lines this is all that is left out. */
  public List<Account.Part> unspoken() {
    return Account.of(turns);
  }

  /** The same article read by others, as a reading of that id. */
  ReadingPlan spokenBy(String other, List<PlannedTurn> recast) {
    return new ReadingPlan(
        other,
        url,
        title,
        byline,
        published,
        language,
        site,
        recast,
        dropped,
        credits,
        warnings,
        explanation);
  }

  /** The same with these warnings and no others. */
  ReadingPlan warned(List<String> others) {
    return new ReadingPlan(
        id,
        url,
        title,
        byline,
        published,
        language,
        site,
        turns,
        dropped,
        credits,
        others,
        explanation);
  }

  /** The same with why these people speak. */
  ReadingPlan explained(Explanation why) {
    return new ReadingPlan(
        id, url, title, byline, published, language, site, turns, dropped, credits, warnings, why);
  }

  /** The same with one more warning. */
  ReadingPlan warning(String sentence) {
    List<String> more = new ArrayList<>(warnings);
    more.add(sentence);
    return warned(more);
  }

  /** All sentences in order; a sentence's place in this list is its index. */
  public List<PlannedSentence> sentences() {
    return turns.stream().flatMap(turn -> turn.sentences().stream()).toList();
  }
}
