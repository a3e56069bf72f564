package org.nangdok.article;

import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.BenchmarkPage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per page of the public benchmark, ours and Readability4J's: each call reads the next page,
 * so that the percentiles are those of pages. {@code docs/extraction.md} has the command.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class ExtractionBenchmark {

  private final ArticleExtractor extractor = new ArticleExtractor();
  private List<BenchmarkPage> pages = List.of();
  private int next;

  /** Reads the saved pages into memory. */
  @Setup
  public void read() {
    pages = BenchmarkPage.of(SharedData.require("extraction/scrapinghub"));
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

  /** The peer, from characters to text. */
  @Benchmark
  public @Nullable Object readability4j() {
    BenchmarkPage page = page();
    return new Readability4J(page.url(), page.html()).parse().getTextContent();
  }
}
