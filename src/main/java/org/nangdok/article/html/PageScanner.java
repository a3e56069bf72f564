package org.nangdok.article.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jsoup.nodes.Document;

/**
 * Reads pages line by line and says of each line how likely it is the article's, in two steps: by
 * the line itself and its markup, then by how likely its neighbours are. Immutable and thread-safe.
 */
public final class PageScanner {

  private final Hints hints = new Hints();
  private final LineForest byLine;
  private final LineForest byContext;

  /** Scans with the forests that come with the application. */
  public PageScanner() {
    this(LineForest.read("lines.forest"), LineForest.read("context.forest"));
  }

  private PageScanner(LineForest byLine, LineForest byContext) {
    this.byLine = byLine;
    this.byContext = byContext;
  }

  /** Scans with the forests of a folder, to judge some that aren't shipped. */
  public static PageScanner of(Path folder) {
    return new PageScanner(
        LineForest.read(folder.resolve("lines.forest")),
        LineForest.read(folder.resolve("context.forest")));
  }

  /**
   * @param furniture 0 for a line that may be the article's, 1 for one that is left out at edges, 2
   *     for one that is left out everywhere
   * @return nothing for a page that shows more lines than the caller allows
   */
  public Optional<PageScan> scan(
      Document document, ToIntFunction<String> furniture, int mostLines) {
    PageLines page = PageReading.lines(document);
    if (page.lines().size() > mostLines) {
      return Optional.empty();
    }
    return Optional.of(scan(PageReading.of(document, page, hints, furniture)));
  }

  private PageScan scan(PageReading reading) {
    PageScan.Markup markup = new PageScan.Markup(reading.surroundings());
    int n = reading.page().lines().size();
    if (n == 0) {
      return new PageScan(reading.page(), List.of(), -1, null, reading.data(), markup);
    }
    double[] first = new double[n];
    for (int i = 0; i < n; i++) {
      first[i] = byLine.likelihood(reading.features().of(i));
    }
    LineContext context = reading.context(first);
    List<Double> second = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      second.add(byContext.likelihood(context.of(i)));
    }
    return new PageScan(
        reading.page(), second, reading.headline(), context.holder(), reading.data(), markup);
  }
}
