package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.nangdok.article.Article;
import org.nangdok.language.Reading;

/** What a reading is called: the article's headline, or else its first sentence. */
final class ReadingTitle {

  private static final int LONGEST = 80;

  private ReadingTitle() {}

  /** Empty if nothing is read. */
  static String of(Article article, List<PlannedTurn> turns) {
    return article.title().isBlank()
        ? StringUtils.abbreviate(firstSentence(turns), LONGEST)
        : article.title();
  }

  /** Its pieces together: a sentence that opens a reading may be spoken in several. */
  private static String firstSentence(List<PlannedTurn> turns) {
    List<PlannedSentence> sentences =
        turns.stream().flatMap(turn -> turn.sentences().stream()).toList();
    List<String> pieces = new ArrayList<>();
    for (PlannedSentence sentence : sentences) {
      if (sentence.line() != sentences.getFirst().line()) {
        break;
      }
      pieces.add(sentence.text());
      if (sentence.utterance().reading().kind() != Reading.Kind.UNFINISHED) {
        break;
      }
    }
    return String.join(" ", pieces);
  }
}
