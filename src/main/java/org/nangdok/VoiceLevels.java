package org.nangdok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.nangdok.audio.Loudness;
import org.nangdok.speech.Speech;
import org.nangdok.voice.Voice;

/**
 * How much each installed voice must be raised or lowered to be as loud as all others (-19 LUFS,
 * BS.1770), measured once on a sample sentence: lines of voice, version and decibels in {@code
 * levels.tsv}. Thread-safe.
 */
final class VoiceLevels {

  private static final double TARGET = -19;
  private static final double MOST = 20;

  private final Path file;
  private final Map<String, Double> gains = new TreeMap<>();

  VoiceLevels(Path file) {
    this.file = file;
    try {
      if (Files.isRegularFile(file)) {
        for (String line : Files.readAllLines(file)) {
          String[] fields = line.split("\t", 3);
          if (fields.length == 3) {
            gains.put(fields[0] + "\t" + fields[1], Double.parseDouble(fields[2]));
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      gains.clear(); // measured anew
    }
  }

  /** What was measured of a voice, in decibels. */
  synchronized OptionalDouble gain(Voice voice) {
    Double gain = gains.get(key(voice));
    return gain == null ? OptionalDouble.empty() : OptionalDouble.of(gain);
  }

  /**
   * Measures a voice.
   *
   * @return the gain in decibels
   */
  synchronized double measure(Voice voice, Speech sample) throws IOException {
    double gain = gain(sample);
    gains.put(key(voice), gain);
    List<String> lines =
        gains.entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s\t%.1f", entry.getKey(), entry.getValue()))
            .toList();
    Files.createDirectories(file.resolveSibling("."));
    Path fresh = file.resolveSibling(".levels.part");
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return gain;
  }

  /** The gain that brings a sound to the common level, in tenths of a decibel. */
  static double gain(Speech sample) {
    double loudness = Loudness.integrated(sample);
    double gain = Double.isFinite(loudness) ? TARGET - loudness : 0;
    return Math.round(Math.clamp(gain, -MOST, MOST) * 10) / 10.0;
  }

  private static String key(Voice voice) {
    return voice.id() + "\t" + voice.version();
  }
}
