package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nangdok.article.html.ShingleScore;

/** The bars that the extractor must not fall under, on saved pages where they are at hand. */
class ExtractionBarsTest {

  @Test
  void everyGoldPageIsExact() throws IOException {
    List<String> report = ExtractionScores.paragraphs(SharedData.require("extraction/pages"));
    assertThat(report).allSatisfy(line -> assertThat(line).contains(" exact "));
  }

  @Test
  void thePublicBenchmarkIsPassed() {
    List<Double> times = new ArrayList<>();
    ShingleScore score =
        ExtractionScores.shingles(
            SharedData.require("extraction/scrapinghub"), times, new TreeMap<>());
    assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(0.98);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.98);
  }
}
