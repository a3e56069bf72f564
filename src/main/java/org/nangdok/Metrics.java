package org.nangdok;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.nangdok.page.Page;
import org.nangdok.page.PageException;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.NaturalLoad;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.Watch;
import org.springframework.stereotype.Component;

/** What the service counts and times, under {@code nangdok.} among Micrometer's meters. */
@Component
class Metrics implements Watch {

  private static final String UNSPOKEN = "Parts of sentences that aren't heard, by reason";
  private static final String FETCHES = "Pages that were fetched, or the code of why not";

  private final MeterRegistry meters;
  private final NaturalLoad load;

  Metrics(MeterRegistry meters, NaturalLoad load) {
    this.meters = meters;
    this.load = load;
    gauge(
        "nangdok.natural.most",
        load,
        NaturalLoad::most,
        "Readings that natural voices can keep up with at the same time");
    gauge(
        "nangdok.natural.factor",
        load,
        NaturalLoad::realTimeFactor,
        "Seconds of work that natural voices take for a second of sound");
  }

  /** Shows how many readings wait and for how long. */
  void show(ReadingDesk desk) {
    gauge("nangdok.queue.readings", desk, ReadingDesk::waiting, "Readings that wait for a voice");
    gauge(
        "nangdok.queue.age.seconds",
        desk,
        one -> one.longestWait().toMillis() / 1000.0,
        "How long the reading has waited that waits longest");
  }

  @Override
  public void clipMade(String engine, Duration sound, Duration took) {
    clips(engine, "made").record(took);
    load.made(engine, sound, took);
    if (sound.isPositive()) {
      DistributionSummary.builder("nangdok.real.time.factor")
          .description("Seconds of work for a second of sound, by sentence")
          .tag("engine", engine)
          .register(meters)
          .record((double) took.toNanos() / sound.toNanos());
    }
  }

  @Override
  public void clipFailed(String engine) {
    clips(engine, "failed").record(Duration.ZERO);
  }

  @Override
  public void clipFound() {
    counter("nangdok.clips.found", "Sentences whose sound was there already").increment();
  }

  @Override
  public void readingIs(Reading.State state) {
    String name = state.name().toLowerCase(Locale.ROOT);
    counter("nangdok.readings", "Readings that came into a state", "state", name).increment();
  }

  @Override
  public void accounted(int dropped, List<String> unspoken) {
    counter("nangdok.lines.dropped", "Lines of articles that aren't read").increment(dropped);
    for (String reason : unspoken) {
      counter("nangdok.unspoken", UNSPOKEN, "reason", reason).increment();
    }
  }

  @Override
  public void firstSound(Duration after) {
    Timer.builder("nangdok.first.sound")
        .description("Time from asking for a reading to its first sound")
        .register(meters)
        .record(after);
  }

  private <T> void gauge(String name, T of, ToDoubleFunction<T> value, String help) {
    Gauge.builder(name, of, value).description(help).register(meters);
  }

  private Counter counter(String name, String help, String... tags) {
    return Counter.builder(name).description(help).tags(tags).register(meters);
  }

  private Timer clips(String engine, String outcome) {
    return Timer.builder("nangdok.clips")
        .description("Time that the sound of a sentence took to make")
        .tags("engine", engine, "outcome", outcome)
        .register(meters);
  }

  /** A fetcher whose faults are counted by their code, and nothing else of them. */
  PageFetcher watching(PageFetcher pages) {
    return address -> {
      try {
        Page page = pages.fetch(address);
        counter("nangdok.fetches", FETCHES, "code", "ok").increment();
        return page;
      } catch (PageException e) {
        counter("nangdok.fetches", FETCHES, "code", e.code()).increment();
        throw e;
      }
    };
  }
}
