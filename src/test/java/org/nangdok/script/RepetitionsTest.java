package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.problem.ProblemException;
import org.nangdok.script.writer.ScriptWriter;

/** A sign repeated tens of thousands of times takes no more than a text of that length. */
class RepetitionsTest {

  private static final int LENGTH = 20_000;

  /** Of a processor's time; ordinary text takes a twentieth of it. */
  private static final long MOST_MILLIS = 1_500;

  private static final ArticleExtractor ARTICLES = new ArticleExtractor();
  private static final ScriptWriter SCRIPTS = new ScriptWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[]",
        "![",
        "[a](",
        "![a](b",
        "**a ",
        "__a ",
        "*a",
        "_a ",
        "`a ",
        "<http://",
        "> ",
        "(",
        "()",
        "「",
        "“",
        "\"",
        "'",
        "{",
        "【",
        "<",
        "&amp;",
        "-",
        "- ",
        "a-",
        ":",
        "a:\n",
        "12:",
        "1,",
        "1/2",
        ".",
        ". ",
        "A.",
        "…",
        "!?",
        " ",
        "\t",
        "\n",
        "\u00a0",
        "\ufeff",
        "\u0301",
        "\u202e",
        "😀",
        "👨\u200d",
        "가",
        "가 ",
        "ㅋ",
        "國",
        "Aa",
        "- 안녕\n",
        "* 안녕\n",
        "[앵커]\n",
        "이름: 안녕하세요.\n",
        "From: a\n",
        "a@b.c ",
        "www.a.",
        "|a",
        "|-",
        "#",
        "# a\n",
        "Q. 가\nA. 나\n",
        "1\n00:00:01,000 --> 00:00:02,000\nHi\n\n",
        "[12:34] a: b\n",
        "[김] [오후 1:23] 가\n",
        "그는 말했다. "
      })
  void takesNoLongerThanText(String piece) {
    for (String before : new String[] {"", "제목입니다\n\n오늘 아침 "}) {
      String text = before + piece.repeat(LENGTH / piece.length()) + " 배가 떠났습니다.";

      assertThat(millis(text)).isLessThan(MOST_MILLIS);
    }
  }

  private static long millis(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    try {
      SCRIPTS.write(ARTICLES.fromText(text));
    } catch (ProblemException e) {
      assertThat(e.sentence()).isNotBlank(); // refused is as good as read
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
  }
}
