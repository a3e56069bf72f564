package org.nangdok.article.html;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * The moment until which one page must be read. Work that may take long asks it again and again,
 * and is given up by {@link Passed} when it is too late.
 */
public final class Deadline {

  /** Thrown where work goes on after the moment has passed. */
  public static final class Passed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Passed() {
      super("The page took too long to read.");
    }
  }

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** A deadline so much time from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * Does nothing in time.
   *
   * @throws Passed afterwards
   */
  public void check() {
    if (System.nanoTime() - end > 0) {
      throw new Passed();
    }
  }

  /**
   * Parses markup, which is stopped when it is too late.
   *
   * @throws Passed if it takes too long
   */
  public Document parse(String html, String base) {
    Reader reader =
        new StringReader(html) {
          @Override
          public int read(char[] target, int offset, int length) throws IOException {
            check();
            return super.read(target, offset, length);
          }
        };
    return Parser.htmlParser().parseInput(reader, base);
  }
}
