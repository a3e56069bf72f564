package org.nangdok.article;

import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.BenchmarkPage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per page of a benchmark, ours, the parser's share of it, and Readability4J's: each call
 * reads the next page, so that p0.50 is the median page and p1.00 the slowest. {@code
 * docs/extraction.md} has the command and the bars.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(1)
@Threads(1)
public class ExtractionBenchmark {

  private final ArticleExtractor extractor = new ArticleExtractor();
  private List<BenchmarkPage> pages = List.of();
  private int next;

  /** The folder of pages. */
  @Param({"extraction/scrapinghub", "extraction/wcxb-dev"})
  public String folder = "";

  /** Reads the saved pages into memory. */
  @Setup
  public void read() {
    pages = BenchmarkPage.of(SharedData.require(folder));
  }

  private BenchmarkPage page() {
    next = (next + 1) % pages.size();
    return pages.get(next);
  }

  /** Our extractor, from characters to article. */
  @Benchmark
  public Object nangdok() {
    BenchmarkPage page = page();
    try {
      return extractor.fromHtml(page.html(), page.url());
    } catch (ArticleException refused) {
      return refused;
    }
  }

  /** The parser alone, which both of the others begin with. */
  @Benchmark
  public Object jsoupAlone() {
    BenchmarkPage page = page();
    return Jsoup.parse(page.html(), page.url());
  }

  /** The peer, from characters to text. */
  @Benchmark
  public @Nullable Object readability4j() {
    BenchmarkPage page = page();
    return new Readability4J(page.url(), page.html()).parse().getTextContent();
  }
}
