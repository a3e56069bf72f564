package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.lexicon.LexiconException;

class KoreanLanguageTest {

  /** Places of none, ㄱ, ㄴ, ㄷ, ㄹ, ㅁ, ㅂ and ㅇ among the codas of Unicode's syllables. */
  private static final List<Integer> SEVEN_CODAS = List.of(0, 1, 4, 7, 8, 16, 17, 21);

  private static final String SIGNS = "~-:/.,%$()·@#&+=℃㎡美";
  private static KoreanLanguage korean;

  @BeforeAll
  static void load() {
    korean = new KoreanLanguage(VoicesFolder.shipped());
  }

  @Test
  void splitsSentencesAtEndingsNotAtDecimalsOrAbbreviations() {
    assertThat(sentences("물가가 3.5% 올랐습니다. 금리는 그대로입니다! 왜일까요?"))
        .containsExactly("물가가 3.5% 올랐습니다.", "금리는 그대로입니다!", "왜일까요?");
    assertThat(sentences("2023. 10. 5. 행사가 열렸습니다. J. 김 씨가 왔다."))
        .containsExactly("2023. 10. 5. 행사가 열렸습니다.", "J. 김 씨가 왔다.");
    assertThat(sentences("첫 줄\n둘째 줄")).containsExactly("첫 줄", "둘째 줄");
    assertThat(sentences("그는 \"알겠습니다.\"라고 말했다. 끝.")).hasSize(2);
  }

  @Test
  void tellsQuestionsFromStatements() {
    assertThat(korean.read("비가 옵니까?").kind()).isEqualTo(Reading.Kind.YES_NO_QUESTION);
    assertThat(korean.read("언제 비가 옵니까?").kind()).isEqualTo(Reading.Kind.WH_QUESTION);
    assertThat(korean.read("비가 옵니다.").kind()).isEqualTo(Reading.Kind.STATEMENT);
    assertThat(korean.read("비가 온다!").kind()).isEqualTo(Reading.Kind.EXCLAMATION);
  }

  @Test
  void keepsNarrowRangesForNumbersAndUnits() {
    String sentence = "규모는 8.2GW다";
    List<SpokenWord> words = korean.read(sentence).words();
    assertThat(words).extracting(SpokenWord::spoken).startsWith("규모는", "팔점이", "기가와트");
    assertThat(sentence.substring(words.get(1).start(), words.get(1).end())).isEqualTo("8.2");
    assertThat(sentence.substring(words.get(2).start(), words.get(2).end())).isEqualTo("GW");
  }

  @Test
  void joinsANumberAndItsCounterInOneAccentualPhrase() {
    List<SpokenWord> words = korean.read("어제 여섯 명이 왔습니다.").words();
    assertThat(words.get(1).boundary()).isEqualTo(Boundary.WORD);
    assertThat(words.get(1).pronounced()).isEqualTo("여선");
    assertThat(words.getLast().boundary()).isEqualTo(Boundary.UTTERANCE);
  }

  @Test
  void pausesAtACommaAndGluesAParticleToAReading() {
    List<SpokenWord> words = korean.read("비가 와서, AI가 멈췄다.").words();
    assertThat(words.get(1).boundary()).isEqualTo(Boundary.INTONATIONAL);
    assertThat(words.get(2).spoken()).isEqualTo("에이아이가");
  }

  @Test
  void answersToEveryUnicodeInput() {
    var random = new Random(5);
    for (int round = 0; round < 400; round++) {
      var text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(strange(random));
      }
      holdsTheContract(text.toString());
    }
  }

  @Test
  void readsALongTextWithoutSpacesQuickly() {
    String text = "가나다라마바사아자차카타파하".repeat(100_000 / 14);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          holdsTheContract(text);
          korean.sentences("1,234.".repeat(15_000));
          korean.read("1,".repeat(15_000));
          korean.read("a@".repeat(15_000));
          korean.read("02-123-".repeat(5_000));
          korean.read("(".repeat(30_000));
          korean.read("…".repeat(30_000));
        });
  }

  @Test
  void readsTheSameInManyThreadsAtOnce() throws Exception {
    String sentence = "정부는 6월 물가를 3.5%로 낮출 계획을 밝혔습니다.";
    Reading expected = korean.read(sentence);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var readings =
          threads.invokeAll(
              IntStream.range(0, 40)
                  .mapToObj(
                      i -> (java.util.concurrent.Callable<Reading>) () -> korean.read(sentence))
                  .toList());
      for (var reading : readings) {
        assertThat(reading.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void namesTheLineOfABadLexiconEntry(@TempDir Path folder) throws IOException {
    Path lexicon = Files.createDirectories(folder.resolve("lexicon/ko"));
    Files.writeString(lexicon.resolve("tensing.tsv"), "# words\n문^법\tsp21\nabc^법\tsp21\n");
    assertThatThrownBy(() -> new KoreanLanguage(VoicesFolder.over(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("tensing.tsv:3");
  }

  @Test
  void explainsRuleByRule() {
    var explanation = korean.explain("독립");
    assertThat(explanation.pronounced()).isEqualTo("동닙");
    assertThat(explanation.steps())
        .extracting(step -> step.rule())
        .containsSequence("sp19b", "sp18");
  }

  private static void holdsTheContract(String text) {
    int last = 0;
    for (TextRange range : korean.sentences(text)) {
      assertThat(range.start()).isGreaterThanOrEqualTo(last);
      last = range.end();
      String sentence = range.of(text);
      int start = 0;
      int phrase = 0;
      for (SpokenWord word : korean.read(sentence).words()) {
        assertThat(word.pronounced()).matches("[가-힣]{1,30}");
        assertThat(word.start()).isGreaterThanOrEqualTo(start).isLessThanOrEqualTo(word.end());
        assertThat(word.end()).isLessThanOrEqualTo(sentence.length());
        start = word.start();
        phrase += word.pronounced().length();
        assertThat(phrase).isLessThan(80);
        if (word.boundary().compareTo(Boundary.INTONATIONAL) >= 0) {
          phrase = 0;
        }
        if (word.boundary() != Boundary.WORD) {
          char end = word.pronounced().charAt(word.pronounced().length() - 1);
          assertThat(SEVEN_CODAS).contains((end - 0xAC00) % 28);
        }
      }
    }
  }

  private static String strange(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "\uD800";
      case 1 -> "\uDC00";
      case 2 -> "ㄱㅏㆍ".substring(random.nextInt(3), 3);
      case 3 -> String.valueOf((char) (0x1100 + random.nextInt(256)));
      case 4 -> String.valueOf((char) random.nextInt(0x10000));
      case 5 -> Character.toString(0x1F300 + random.nextInt(500));
      case 6 -> String.valueOf(random.nextInt(100_000));
      case 7 -> String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
      case 8 -> " ";
      case 9 -> String.valueOf((char) ('A' + random.nextInt(58)));
      default -> String.valueOf((char) (0xAC00 + random.nextInt(11172)));
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. 물을 끓인다. |2. 면을 넣는다.",
        "이게 뭐야? 하고 물었다. |아무도 몰랐다.",
        "\"괜찮습니다.\" 하고 말했다. |모두 앉았다.",
        "\"왜요?\" 라며 웃었다.",
        "비가 왔다.(사진=제공) |바람도 불었다.",
        "정말이요?! |믿기 어렵네요...",
        "글쎄… 그건 좀 어렵습니다.",
        "글쎄요… |잘 모르겠습니다.",
        "2026. 11. 27. 서울에서 열렸습니다. |많은 사람이 모였습니다.",
        "A.I. 기술이 발전했다. |B사도 뛰어들었다.",
        "No. 1 선수가 됐다. |팬들이 기뻐했다.",
        "오전 10시 30분. |문이 열렸다.",
        "삼성전자(005930.KS)는 올랐다. |거래도 늘었다.",
        "www.kbs.co.kr에서 볼 수 있습니다. |많이 찾아 주세요.",
        "비가 옵니다. |하고 싶은 말이 많습니다.",
      })
  void sentencesEndWhereAReaderWouldPause(String marked) {
    assertThat(sentences(marked.replace("|", "")))
        .containsExactly(
            java.util.Arrays.stream(marked.split("\\|")).map(String::strip).toArray(String[]::new));
  }

  private static List<String> sentences(String text) {
    return korean.sentences(text).stream().map(range -> range.of(text)).toList();
  }
}
