package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nangdok.article.Article;
import org.nangdok.script.Speaker;
import org.nangdok.speech.Utterances;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

class ReadingTitleTest {

  private static final String FIRST = "강변 공워네서 어제 나무 천 그루를 심는 행사가 열렫씀니다";

  @Test
  void isTheHeadline() {
    assertThat(ReadingTitle.of(article("나무 심기"), turns(FIRST))).isEqualTo("나무 심기");
  }

  @Test
  void isElseTheWholeFirstSentenceInHoweverManyPiecesItIsSpoken() {
    List<PlannedTurn> turns = turns(FIRST, "모두가 지브로 도라갇씀니다");

    assertThat(turns.getFirst().sentences()).hasSizeGreaterThan(3);
    assertThat(ReadingTitle.of(article(""), turns)).isEqualTo(FIRST);
  }

  @Test
  void isEmptyWhereNothingIsRead() {
    assertThat(ReadingTitle.of(article(""), List.of())).isEmpty();
  }

  private static Article article(String title) {
    return new Article(null, title, null, null, "ko", null, List.of(), List.of());
  }

  /** One turn whose sentences stand in a line each. */
  private static List<PlannedTurn> turns(String... texts) {
    var opening = new OpeningPieces();
    List<PlannedSentence> sentences = new ArrayList<>();
    for (int line = 0; line < texts.length; line++) {
      Utterance whole = Utterances.of(texts[line], "kokoro", "someone", Delivery.PLAIN);
      for (Utterance piece : opening.of(whole.pausing(Duration.ofMillis(700)))) {
        var key = new ClipKey("0".repeat(63) + line);
        sentences.add(new PlannedSentence(sentences.size(), line, false, piece, key));
      }
    }
    return List.of(
        new PlannedTurn(
            0,
            Speaker.NARRATOR,
            null,
            null,
            null,
            null,
            "narrator",
            sentences.getFirst().utterance().voice(),
            sentences));
  }
}
