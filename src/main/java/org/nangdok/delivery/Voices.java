package org.nangdok.delivery;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.nangdok.reading.ReadingException;
import org.nangdok.voice.Voice;

/** Which voices there are and which can speak already. */
public final class Voices {

  private final Supplier<List<Voice>> catalogue;
  private final Predicate<Voice> ready;
  private final Predicate<Voice> natural;

  /**
   * @param catalogue the voices that are there at the moment
   * @param ready whether a voice's engine is running
   * @param natural whether a voice is one of those that packs bring
   */
  public Voices(Supplier<List<Voice>> catalogue, Predicate<Voice> ready, Predicate<Voice> natural) {
    this.catalogue = catalogue;
    this.ready = ready;
    this.natural = natural;
  }

  List<Voice> all() {
    return catalogue.get();
  }

  boolean natural(Voice voice) {
    return natural.test(voice);
  }

  boolean ready(Voice voice) {
    return ready.test(voice);
  }

  /** Languages that can be spoken now. */
  List<String> languages() {
    return all().stream().filter(ready).map(Voice::language).distinct().sorted().toList();
  }

  /** Whether any voice can speak. */
  public boolean anyReady() {
    return all().stream().anyMatch(ready);
  }

  /**
   * @throws ReadingException with code {@code voice.loading} while no voice can speak yet
   */
  void requireReady() {
    if (!anyReady()) {
      throw new ReadingException(
          "voice.loading", "The voices are still loading. Try again in a few seconds.");
    }
  }
}
