package org.nangdok.reading;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Dropped;

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
    List<String> warnings) {

  public ReadingPlan {
    turns = List.copyOf(turns);
    dropped = List.copyOf(dropped);
    credits = List.copyOf(credits);
    warnings = List.copyOf(warnings);
  }

  /** What of the sentences isn't heard; with the dropped lines this is all that is left out. */
  public List<Account.Part> unspoken() {
    return Account.of(turns);
  }

  /** All sentences in order; a sentence's place in this list is its index. */
  public List<PlannedSentence> sentences() {
    return turns.stream().flatMap(turn -> turn.sentences().stream()).toList();
  }
}
