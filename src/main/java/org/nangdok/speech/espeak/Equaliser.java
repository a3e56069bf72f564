package org.nangdok.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Biquad;

/**
 * The filters of {@code voices/espeak/equaliser.tsv}, which bring the speakers' long-term spectra
 * nearer to recorded speech. A speaker without lines of its own has those of {@code *}.
 */
final class Equaliser {

  private static final String FILE = "espeak/equaliser.tsv";
  private static final String EVERYBODY = "*";
  private static final double MOST_DECIBELS = 12;

  private final Map<String, List<Biquad>> filters = new HashMap<>();

  /**
   * @throws IllegalArgumentException naming the line that can't be understood
   */
  Equaliser(VoicesFolder voices, int sampleRate) {
    try (InputStream in = voices.open(FILE).orElse(InputStream.nullInputStream())) {
      Table.read(FILE, in, 5, line -> add(line, sampleRate));
    } catch (IOException e) {
      throw new UncheckedIOException("voices/" + FILE + " can't be read.", e);
    }
  }

  private void add(Table line, int sampleRate) {
    double hertz = line.decimal(2);
    double decibels = line.decimal(3);
    double quality = line.decimal(4);
    if (hertz < 20 || hertz >= sampleRate / 2.0) {
      throw new IllegalArgumentException("hertz must be 20 to " + sampleRate / 2 + ".");
    }
    if (Math.abs(decibels) > MOST_DECIBELS) {
      throw new IllegalArgumentException("decibels must be -12 to 12.");
    }
    if (quality < .1 || quality > 10) {
      throw new IllegalArgumentException("quality must be .1 to 10.");
    }
    Biquad filter =
        switch (line.text(1)) {
          case "low-shelf" -> Biquad.lowShelf(hertz, decibels, quality, sampleRate);
          case "peak" -> Biquad.peak(hertz, decibels, quality, sampleRate);
          case "high-shelf" -> Biquad.highShelf(hertz, decibels, quality, sampleRate);
          default ->
              throw new IllegalArgumentException("a filter is low-shelf, peak or high-shelf.");
        };
    filters.computeIfAbsent(line.text(0), speaker -> new ArrayList<>()).add(filter);
  }

  /** A speaker's sound, filtered; the given samples are left as they are. */
  short[] apply(String speaker, short[] samples) {
    List<Biquad> own = filters.getOrDefault(speaker, filters.getOrDefault(EVERYBODY, List.of()));
    if (own.isEmpty()) {
      return samples;
    }
    double[] signal = Biquad.signal(samples);
    own.forEach(filter -> filter.filter(signal));
    return Biquad.samples(signal);
  }
}
