package org.nangdok.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nangdok.article.Article;
import org.nangdok.script.writer.ScriptWriter;
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

/** Scripts a second on one thread; {@code docs/speakers.md} tells how to run it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScriptBenchmark {

  private final ScriptWriter writer = new ScriptWriter();
  private final List<Article> articles = new ArrayList<>();
  private int next;

  /** Loads the example transcripts, and one of the length of a usual broadcast article. */
  @Setup
  public void load() throws Exception {
    List<TranscriptExamplesTest.Example> examples = TranscriptExamplesTest.examples().toList();
    for (TranscriptExamplesTest.Example example : examples) {
      articles.add(Lines.article(example.text(), example.language()));
    }
    StringBuilder broadcast = new StringBuilder("[앵커]\n다리가 놓였습니다. 고다솜 기자입니다.\n[기자]\n");
    for (int i = 0; i < 8; i++) {
      broadcast.append("강을 가로지르는 다리 위로 차들이 쉬지 않고 달리고 있습니다.\n".repeat(3));
      broadcast.append("[나하늘/마을 이장 : \"장에 가는 길이 한 시간이나 줄었어요.\"]\n");
    }
    articles.add(Lines.article(broadcast.append("KBS 뉴스 고다솜입니다.").toString(), "ko"));
  }

  /** One article after the other. */
  @Benchmark
  public Script write() {
    next = (next + 1) % articles.size();
    return writer.write(articles.get(next));
  }
}
