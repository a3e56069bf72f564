package org.nangdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nangdok.page.FetchSettings;
import org.nangdok.page.HttpPageFetcher;
import org.nangdok.page.Page;
import org.nangdok.page.PageException;
import org.nangdok.reading.NaturalLoad;
import org.nangdok.reading.Reading;

class MetricsTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Metrics metrics = new Metrics(registry, NaturalLoad.none());

  private String everything() {
    metrics.clipMade("espeak", Duration.ofSeconds(4), Duration.ofSeconds(1));
    metrics.clipFailed("mary");
    metrics.clipFound();
    metrics.readingIs(Reading.State.COMPLETE);
    metrics.firstSound(Duration.ofMillis(300));
    metrics.watching(address -> new Page(URI.create(address), "")).fetch("https://news.example/");
    return registry.scrape();
  }

  @Test
  void eachNumberHasItsName() {
    assertThat(everything())
        .contains("nangdok_clips_seconds_count{engine=\"espeak\",outcome=\"made\"} 1")
        .contains("nangdok_clips_seconds_count{engine=\"mary\",outcome=\"failed\"} 1")
        .contains("nangdok_real_time_factor_sum{engine=\"espeak\"} 0.25")
        .contains("nangdok_clips_found_total 1.0")
        .contains("nangdok_readings_total{state=\"complete\"} 1.0")
        .contains("nangdok_first_sound_seconds_sum 0.3")
        .contains("nangdok_fetches_total{code=\"ok\"} 1.0");
  }

  @Test
  void eachNumberSaysWhatItIs() {
    assertThat(everything().lines().filter(line -> line.startsWith("# HELP nangdok")))
        .hasSizeGreaterThan(7)
        .allMatch(line -> line.matches("# HELP nangdok\\w+ \\w.{9,}"));
  }

  @Test
  void faultsOfFetchingAreCountedByCodeWithoutTheAddress() {
    try (var pages = new HttpPageFetcher(FetchSettings.defaults())) {
      assertThatThrownBy(() -> metrics.watching(pages::fetch).fetch("http://127.0.0.1/secret"))
          .isInstanceOf(PageException.class);
    }

    assertThat(registry.scrape())
        .contains("nangdok_fetches_total{code=\"page.blocked-address\"} 1.0")
        .doesNotContain("secret");
  }
}
