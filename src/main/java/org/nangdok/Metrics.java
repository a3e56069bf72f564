package org.nangdok;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

  private final MeterRegistry meters;
  private final NaturalLoad load;

  Metrics(MeterRegistry meters, NaturalLoad load) {
    this.meters = meters;
    this.load = load;
    meters.gauge("nangdok.natural.most", load, NaturalLoad::most);
    meters.gauge("nangdok.natural.factor", load, NaturalLoad::realTimeFactor);
  }

  /** Shows how many readings wait and for how long. */
  void show(ReadingDesk desk) {
    meters.gauge("nangdok.queue.readings", desk, ReadingDesk::waiting);
    meters.gauge("nangdok.queue.age.seconds", desk, one -> one.longestWait().toMillis() / 1000.0);
  }

  @Override
  public void clipMade(String engine, Duration sound, Duration took) {
    meters.timer("nangdok.clips", "engine", engine, "outcome", "made").record(took);
    load.made(engine, sound, took);
    if (sound.isPositive()) {
      meters
          .summary("nangdok.real.time.factor", "engine", engine)
          .record((double) took.toNanos() / sound.toNanos());
    }
  }

  @Override
  public void clipFailed(String engine) {
    meters.timer("nangdok.clips", "engine", engine, "outcome", "failed").record(Duration.ZERO);
  }

  @Override
  public void clipFound() {
    meters.counter("nangdok.clips.found").increment();
  }

  @Override
  public void readingIs(Reading.State state) {
    String name = state.name().toLowerCase(Locale.ROOT);
    meters.counter("nangdok.readings", "state", name).increment();
  }

  @Override
  public void accounted(int dropped, List<String> unspoken) {
    meters.counter("nangdok.lines.dropped").increment(dropped);
    for (String reason : unspoken) {
      meters.counter("nangdok.unspoken", "reason", reason).increment();
    }
  }

  @Override
  public void firstSound(Duration after) {
    meters.timer("nangdok.first.sound").record(after);
  }

  /** A fetcher whose faults are counted by their code, and nothing else of them. */
  PageFetcher watching(PageFetcher pages) {
    return address -> {
      try {
        Page page = pages.fetch(address);
        meters.counter("nangdok.fetches", "code", "ok").increment();
        return page;
      } catch (PageException e) {
        meters.counter("nangdok.fetches", "code", e.code()).increment();
        throw e;
      }
    };
  }
}
