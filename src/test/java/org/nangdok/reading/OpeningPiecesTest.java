package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Utterances;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

class OpeningPiecesTest {

  private static Utterance sentence(String text) {
    Utterance plain = Utterances.of(text, "kokoro", "someone", Delivery.PLAIN);
    return plain.pausing(Duration.ofMillis(700));
  }

  @Test
  void theFirstPieceIsShortAndTheSecondLonger() {
    List<Utterance> pieces = OpeningPieces.of(sentence("강변 공워네서 어제 나무 천 그루를 심는 행사가 하루 종일 열렫씀니다"));

    assertThat(pieces.stream().map(piece -> piece.reading().text()))
        .containsExactly("강변 공워네서", "어제 나무 천 그루를 심는", "행사가 하루 종일 열렫씀니다");
    assertThat(pieces.stream().map(piece -> piece.reading().kind()))
        .containsExactly(Reading.Kind.UNFINISHED, Reading.Kind.UNFINISHED, Reading.Kind.STATEMENT);
    assertThat(pieces.getLast().pauseAfter()).isEqualTo(Duration.ofMillis(700));
    assertThat(pieces.getFirst().pauseAfter()).isEqualTo(Duration.ZERO);
    assertThat(pieces.get(1).reading().words().getFirst().start()).isZero();
  }

  @Test
  void aShortSentenceStaysWhole() {
    assertThat(OpeningPieces.of(sentence("나무를 심따"))).hasSize(1);
    assertThat(OpeningPieces.of(sentence(""))).hasSize(1);
  }

  @Property(tries = 200)
  void noWordAndNoLetterIsLost(
      @ForAll @Size(max = 12) List<@StringLength(min = 1, max = 9) String> words) {
    String text =
        words.stream()
            .map(word -> word.replaceAll("[^가-힣a-z]", "가"))
            .collect(Collectors.joining(" "));
    Utterance whole = sentence(text);

    List<Utterance> pieces = OpeningPieces.of(whole);

    assertThat(
            pieces.stream().map(piece -> piece.reading().text()).collect(Collectors.joining(" ")))
        .isEqualTo(text);
    assertThat(pieces.stream().flatMap(piece -> piece.reading().words().stream()))
        .extracting(SpokenWord::spoken)
        .containsExactlyElementsOf(
            whole.reading().words().stream().map(SpokenWord::spoken).toList());
    for (Utterance piece : pieces) {
      for (SpokenWord word : piece.reading().words()) {
        assertThat(piece.reading().text().substring(word.start(), word.end()))
            .isEqualTo(word.spoken());
      }
    }
  }
}
