package org.nangdok.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;

/**
 * Text that repeats one thing costs no more than ten times what text does (processor time, so that
 * it holds beside other work; ordinary text takes 10 to 30 ms for a thousand characters here).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // reads its dictionaries once
class RepeatedLettersTest {

  private final List<Language> languages =
      List.of(
          new EnglishLanguage(VoicesFolder.shipped()), new KoreanLanguage(VoicesFolder.shipped()));
  private static final int LENGTH = 10_000;
  private static final long MOST_MILLIS = 3_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0301",
        "e\u0301\u0302",
        "\u0e01\u0e47",
        "\u0e01",
        "\u0b95\u0bcd",
        "漢",
        "あ",
        "б",
        "ب",
        "가",
        "ㅋ",
        "👨\u200d",
        "1",
        "1.",
        "1,",
        "1/2/",
        "1~",
        "12:",
        "2024.11.5.",
        "A-",
        "ABC ",
        "o'",
        "$1.5M-",
        "Dr. ",
        "a@b.",
        "www.a.",
        "%",
        "㎢",
        "½",
        "²",
        "Ⅳ",
        "\u00a0a",
        "+1-"
      })
  void costsNoMoreThanText(String piece) {
    String text = "Before it " + piece.repeat(LENGTH / piece.length()) + " and after.";
    for (Language language : languages) {
      assertThat(millis(language, text)).as(language.tag()).isLessThan(MOST_MILLIS);
    }
  }

  private static long millis(Language language, String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (TextRange part : LongSentences.of(language, text)) {
      language.read(part.of(text));
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
  }
}
