package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.Article;
import org.nangdok.article.Dropped;
import org.nangdok.article.Paragraph;
import org.nangdok.script.writer.ScriptWriter;

/** Hostile and random texts get an answer in time, and never lose or change a word. */
class ScriptRobustnessTest {

  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** Tests share their cores with others; the limit itself is measured by the benchmark. */
  private static final int BUSY_MACHINE = 4;

  private static final String[] BITS = {
    "[앵커]",
    "[기자]",
    "◀INT▶",
    "<인터뷰>",
    "【 기자 】",
    "(웃음)",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "“",
    "”",
    ":",
    " : ",
    "김하늘/주민",
    "네, 저는 지금 항구에 나와 있습니다.",
    "고다솜 기자!",
    "KBS 뉴스 고다솜입니다.",
    "-",
    "▲",
    "=",
    "Q.",
    "A.",
    "ANNA BELL, HOST:",
    "BELL:",
    ">>",
    "(MUSIC)",
    "◇ 고다솜>",
    "■ 진행 : 고다솜",
    "#눈",
    "//",
    "&lt;앵커&gt;",
    "강물이 맑습니다.",
    "\u00a0",
    "\u3000",
    "00도",
    "🙂",
    "\ud800",
    "a@b.co",
    "※",
    "(문) 왜요?",
    "──次は。",
    "記者：",
    "\n",
    "\n",
    "\n"
  };

  @BeforeAll
  static void warmUp() {
    for (int i = 0; i < 20; i++) {
      Lines.script("[앵커]\n강물이 맑습니다. 고다솜 기자입니다.\n[기자]\n네, 항구입니다.", "ko");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "가",
        "[",
        "]",
        "[[가",
        "(",
        "([",
        "\"",
        "“",
        "[\"",
        ":",
        "가:",
        "[가 : ",
        "◀",
        "◀INT▶",
        "<",
        ">",
        ">>",
        "가> ",
        "[앵커]",
        "[앵커] 네. ",
        "Q. ",
        "- ",
        "=",
        "▲",
        "#",
        "# ",
        "#가 ",
        "(가요?) ",
        "네, ",
        "기자 ",
        " 기자",
        "A. ",
        ". ",
        "나와 있습니다 네, ",
        "ANNA BELL: ",
        "A, ",
        "&lt;",
        "&lt;앵커&gt;",
        "/",
        "(웃음)",
        "【",
        "●",
        "● 앵커: ",
        "이하 ",
        "00도",
        "입니다.",
        "a@",
        "\u00a0",
        "a b "
      })
  void aLineOf200000CharactersIsReadWithinASecond(String unit) {
    String text = unit.repeat(200_000 / unit.length());

    withinTheLimit(text, "ko");
  }

  @Test
  void anEnglishLineOf200000CharactersIsReadWithinASecond() {
    withinTheLimit("ANNA BELL: ".repeat(18_000), "en");
    withinTheLimit("A. ".repeat(60_000), "en");
  }

  @Test
  void tenThousandLabelsAreReadWithinASecond() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append(i % 2 == 0 ? "[앵커]\n어떻습니까?\n" : "[기자]\n네.\n");
    }
    withinTheLimit(text.toString(), "ko");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      names.append("ANN B").append(i).append(": Yes?\n");
    }
    withinTheLimit(names.toString(), "en");
    StringBuilder quotes = new StringBuilder("[리포트]\n");
    for (int i = 0; i < 5_000; i++) {
      quotes.append("[고다솜").append(i).append("/주민 : \"네.\"]\n");
    }
    withinTheLimit(quotes.toString(), "ko");
  }

  @Test
  void randomTextsKeepTheInvariant() {
    Random random = new Random(20261122);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder();
      int bits = 1 + random.nextInt(40);
      for (int i = 0; i < bits; i++) {
        text.append(BITS[random.nextInt(BITS.length)]);
        text.append(random.nextBoolean() ? " " : "");
      }
      String language = List.of("ko", "en", "ja", "zh", "de", "es").get(random.nextInt(6));
      Article article = Lines.article(text.toString(), language);
      Script script = new ScriptWriter().write(article);
      check(article, script);
      assertThat(script.warnings())
          .as(text.toString())
          .noneMatch(warning -> warning.startsWith("Who speaks could not"));
    }
  }

  @Test
  void bracketsOfEverythingKeepTheInvariant() {
    String[] inner = {"", "·", " ", "/", ":", "=", ",", "37", "남", "전기", "웃음", "A", "!", "다."};
    String[] frames = {"(%s)", "물가(%s)가 올랐다.", "(%s) 강물이 맑다.", "[%s]", "<%s>", "【%s】", "◀%s▶"};
    for (String frame : frames) {
      for (String first : inner) {
        for (String second : inner) {
          for (String third : inner) {
            String line = frame.formatted(first + second + third);
            Article article = Lines.article("강물이 맑다.\n" + line, "ko");
            Script script = new ScriptWriter().write(article);
            check(article, script);
            assertThat(script.warnings()).as(line).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void midnightIsNoFigureThatWasNeverFilledIn() {
    String text = "지난 4일 00시 12분쯤 항구에서 불이 났다.\n내일 최고 기온은 00도입니다.\n회의는 00시에 끝났다.";

    Script script = Lines.script(text, "ko");

    assertThat(script.dropped()).extracting(Dropped::line).containsExactly(1);
  }

  @Test
  void linesOfTheArticleThatAreDroppedStayDropped() {
    List<Paragraph> lines = List.of(new Paragraph(1, "강물이 맑다.", Paragraph.Kind.BODY));
    List<Dropped> dropped = List.of(new Dropped(0, "입력 2026.11.22", "date"));
    Article article = new Article(null, "", null, null, "ko", null, lines, dropped);

    Script script = new ScriptWriter().write(article);

    assertThat(script.dropped()).isEqualTo(dropped);
    assertThat(script.turns()).hasSize(1);
  }

  @Test
  void anEmptyArticleHasNoTurns() {
    assertThat(Lines.script("", "ko").turns()).isEmpty();
  }

  private static void withinTheLimit(String text, String language) {
    Article article = Lines.article(text, language);
    long start = System.nanoTime();
    Script script = new ScriptWriter().write(article);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    check(article, script);
    assertThat(taken)
        .as(text.substring(0, Math.min(20, text.length())))
        .isLessThan(LIMIT.multipliedBy(BUSY_MACHINE));
  }

  /** The promise of {@link Script}, checked without the writer's own check. */
  private static void check(Article article, Script script) {
    Map<Integer, String> lines = new HashMap<>();
    article.paragraphs().forEach(line -> lines.put(line.line(), line.text()));
    Set<Integer> silent = new HashSet<>();
    script.dropped().forEach(dropped -> silent.add(dropped.line()));
    Map<Integer, Integer> reached = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    for (Turn turn : script.turns()) {
      assertThat(turn.pieces()).isNotEmpty();
      for (Piece piece : turn.pieces()) {
        int from = reached.getOrDefault(piece.line(), 0);
        int at = lines.getOrDefault(piece.line(), "").indexOf(piece.text(), from);
        assertThat(at).as(piece.toString()).isGreaterThanOrEqualTo(0);
        reached.put(piece.line(), at + piece.text().length());
        order.add(piece.line());
      }
    }
    assertThat(order).isSorted();
    for (int line : lines.keySet()) {
      assertThat(reached.containsKey(line)).isNotEqualTo(silent.contains(line));
    }
  }
}
