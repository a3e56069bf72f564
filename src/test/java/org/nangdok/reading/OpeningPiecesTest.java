package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.nangdok.language.Boundary;
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

  private static List<Utterance> opening(String text) {
    return new OpeningPieces().of(sentence(text));
  }

  private static List<String> texts(List<Utterance> pieces) {
    return pieces.stream().map(piece -> piece.reading().text()).toList();
  }

  @Test
  void theFirstPieceIsShortAndTheNextAreLonger() {
    List<Utterance> pieces = opening("강변 공워네서 어제 나무 천 그루를 심는 행사가 하루 종일 열렫씀니다");

    assertThat(texts(pieces)).containsExactly("강변 공워네서", "어제 나무 천", "그루를 심는 행사가 하루", "종일 열렫씀니다");
    assertThat(pieces.stream().map(piece -> piece.reading().kind()))
        .startsWith(Reading.Kind.UNFINISHED, Reading.Kind.UNFINISHED)
        .endsWith(Reading.Kind.STATEMENT);
    assertThat(pieces.getLast().pauseAfter()).isEqualTo(Duration.ofMillis(700));
    assertThat(pieces.getFirst().pauseAfter()).isEqualTo(Duration.ZERO);
    assertThat(pieces.get(1).reading().words().getFirst().start()).isZero();
  }

  @Test
  void aCutAtAPauseIsAsSilentAsTheSentenceWouldBe() {
    String more = " 어제 나무 천 그루를 심는 행사가 열렫씀니다";
    Utterance withoutSign = withBoundary(sentence("강변 공워네서" + more), Boundary.INTONATIONAL);
    Utterance inside = withBoundary(sentence("강변 공워네서" + more), Boundary.ACCENTUAL);

    assertThat(opening("강변 공워네서|" + more).getFirst().pauseAfter())
        .isEqualTo(Duration.ofMillis(300));
    assertThat(new OpeningPieces().of(withoutSign).getFirst().pauseAfter())
        .isEqualTo(Duration.ofMillis(180));
    assertThat(new OpeningPieces().of(inside).getFirst().pauseAfter()).isZero();
  }

  /** The same with another boundary behind its second word. */
  private static Utterance withBoundary(Utterance sentence, Boundary boundary) {
    List<SpokenWord> words = new ArrayList<>(sentence.reading().words());
    SpokenWord word = words.get(1);
    words.set(
        1, new SpokenWord(word.spoken(), word.pronounced(), word.start(), word.end(), boundary));
    var reading = new Reading(sentence.reading().text(), "ko", Reading.Kind.STATEMENT, words);
    return new Utterance(
        reading, "1", sentence.voice(), sentence.delivery(), sentence.pauseAfter());
  }

  @Test
  void aShortSentenceStaysWhole() {
    assertThat(opening("나무를 심따")).hasSize(1);
    assertThat(opening("")).hasSize(1);
  }

  @Test
  void aLongSecondSentenceIsCutToo() {
    var opening = new OpeningPieces();
    opening.of(sentence("나무를 심따"));

    List<Utterance> second =
        opening.of(sentence("강변 공워네서 어제 나무 천 그루를 심는 행사가 하루 종일 열렫씀니다 그리고 모두가 지브로 도라갇씀니다"));

    assertThat(second).hasSizeGreaterThan(1);
    assertThat(syllables(second.getFirst())).isLessThanOrEqualTo(10);
  }

  @Test
  void whoHasHeardEnoughHearsWholeSentences() {
    var opening = new OpeningPieces();
    for (int i = 0; i < 8; i++) {
      opening.of(sentence("강변 공워네서 어제 나무 천 그루를 심는 행사가 열렫씀니다"));
    }

    assertThat(opening.of(sentence("강변 공워네서 어제 나무 천 그루를 심는 행사가 하루 종일 열렫씀니다 ".repeat(9).strip())))
        .hasSize(1);
  }

  @Test
  void withoutPhrasesAPieceEndsBeforeAShortWord() {
    List<String> pieces =
        texts(
            new OpeningPieces()
                .of(
                    withoutPhrases(
                        sentence("The mayor of Leeds planted young trees in the park on Sunday"))));

    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(pieces.getFirst()).isEqualTo("The mayor");
  }

  private static Utterance withoutPhrases(Utterance sentence) {
    List<SpokenWord> words =
        sentence.reading().words().stream()
            .map(
                word ->
                    new SpokenWord(
                        word.spoken(), word.pronounced(), word.start(), word.end(), Boundary.WORD))
            .toList();
    var reading = new Reading(sentence.reading().text(), "en", Reading.Kind.STATEMENT, words);
    return new Utterance(
        reading, "1", sentence.voice(), sentence.delivery(), sentence.pauseAfter());
  }

  private static int syllables(Utterance piece) {
    return (int) piece.reading().spoken().chars().filter(Character::isLetter).count();
  }

  @Property(tries = 200)
  void noWordAndNoLetterIsLost(
      @ForAll @Size(max = 12) List<@StringLength(min = 1, max = 9) String> words) {
    String text =
        words.stream()
            .map(word -> word.replaceAll("[^가-힣a-z]", "가"))
            .collect(Collectors.joining(" "));
    Utterance whole = sentence(text);

    List<Utterance> pieces = new OpeningPieces().of(whole);

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
