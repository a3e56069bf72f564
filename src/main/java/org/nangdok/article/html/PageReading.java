package org.nangdok.article.html;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as lines with the numbers about them.
 *
 * @param page the visible lines
 * @param surroundings what stands around them
 * @param features the numbers
 * @param data the page's JSON-LD
 * @param headline number of the line of the headline, or -1
 */
record PageReading(
    PageLines page,
    Surroundings surroundings,
    LineFeatures features,
    StructuredData data,
    int headline) {

  private static final int LEAST = 200;

  /**
   * The visible lines of a page, streamed ones in their place, folded ones opened; of one that
   * hides nearly all its text, the hidden ones too.
   */
  static PageLines lines(Document document) {
    StreamedText.place(document);
    Disclosures.open(document);
    Element body = document.body();
    PageLines page = LineWalker.read(body, true);
    int weight = page.lines().stream().mapToInt(PageLine::weight).sum();
    return weight < LEAST ? LineWalker.read(body, false) : page;
  }

  /**
   * @param furniture 0 for a line that may be the article's, 1 for one that is left out at edges, 2
   *     for one that is left out everywhere
   */
  static PageReading of(
      Document document, PageLines page, Hints hints, ToIntFunction<String> furniture) {
    int[] levels = page.lines().stream().map(PageLine::text).mapToInt(furniture).toArray();
    Surroundings surroundings = new Surroundings(hints);
    int headline = headline(document, page.lines());
    return new PageReading(
        page,
        surroundings,
        new LineFeatures(page, surroundings, levels, headline),
        StructuredData.of(document),
        headline);
  }

  /** What the second forest looks at, given the first one's likelihoods. */
  LineContext context(double[] likely) {
    return new LineContext(
        page, surroundings, features.templates(), likely, features.furniture(), inData());
  }

  /** For each line whether the JSON-LD's article has it: 1, 0, or -1 if there is none. */
  private double[] inData() {
    String body = data.articleBody().map(PageReading::key).orElse("");
    double[] inData = new double[page.lines().size()];
    for (int i = 0; i < inData.length; i++) {
      String key = body.length() < LEAST ? "" : key(page.lines().get(i).text());
      inData[i] = key.isEmpty() ? -1 : body.contains(key) ? 1 : 0;
    }
    return inData;
  }

  /** Number of the line that is the headline by its place and the document's title, or -1. */
  static int headline(Document document, List<PageLine> lines) {
    String title = key(document.title());
    int best = -1;
    int most = 0;
    for (PageLine line : lines) {
      String name = line.block().normalName();
      boolean inHeading = line.block().closest("h1,h2,h3") != null;
      if (!inHeading && line.weight() < 20) {
        continue;
      }
      String key = key(line.text());
      int worth = name.equals("h1") || line.block().closest("h1") != null ? 40 : inHeading ? 10 : 0;
      if (key.length() >= 8 && title.startsWith(key)) {
        worth += 60;
      } else if (key.length() >= 8
          && 5 * key.length() >= 2 * title.length()
          && title.contains(key)) {
        worth += 40;
      } else if (worth < 40) {
        continue;
      }
      if (worth > most) {
        most = worth;
        best = line.number();
      }
    }
    return best;
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        key.append(text.charAt(i));
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }
}
