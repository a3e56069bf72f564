package org.nangdok.language.korean;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long an article of 1,500 characters takes from writing to sound; the bar is 60 ms on one core
 * ({@code docs/korean.md} has the command).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KoreanBenchmark {

  private static final String PARAGRAPH =
      "정부는 오늘 오전 국무회의를 열고 내년도 예산 639조 원을 심의했습니다. 올해보다 5.2% 늘어난 규모로, 3년 만에"
          + " 가장 낮은 증가율입니다. 서울 강남역 근처에서 만난 시민 12명은 \"물가가 걱정된다\"고 말했습니다. AI 기업"
          + " 75곳이 입주할 단지는 4만7천 제곱미터이며, 8.2GW의 전기를 쓸 것으로 보입니다. 신고는 119에 하면 됩니다."
          + " 2024년 6월 10일부터 오후 2시 30분까지 접수를 받는데, 합격률은 20~30%로 예상됩니다. ";

  private final KoreanLanguage korean = new KoreanLanguage(VoicesFolder.shipped());
  private final String article = PARAGRAPH.repeat(6).substring(0, 1_500);

  /** Sentences, words, pronunciation and phrases of an article. */
  @Benchmark
  public List<Reading> article() {
    return korean.sentences(article).stream().map(range -> korean.read(range.of(article))).toList();
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(KoreanBenchmark.class.getSimpleName()).build()).run();
  }
}
