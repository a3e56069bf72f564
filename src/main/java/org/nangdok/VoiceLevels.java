package org.nangdok;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nangdok.audio.Loudness;
import org.nangdok.data.FolderFiles;
import org.nangdok.data.KeptFiles;
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

  private static final String NAME = "levels.tsv";

  private final KeptFiles files;

  VoiceLevels(KeptFiles files) {
    this.files = files;
  }

  /** The levels of one machine, beside its packs. */
  static KeptFiles folder(Path packs) {
    return new FolderFiles(packs, NAME::equals);
  }

  /** A list that can't be read is measured anew. */
  private static Map<String, Double> read(Map<String, byte[]> files) {
    Map<String, Double> gains = new TreeMap<>();
    String lines = new String(files.getOrDefault(NAME, new byte[0]), StandardCharsets.UTF_8);
    try {
      for (String line : lines.split("\n", -1)) {
        String[] fields = line.split("\t", 3);
        if (fields.length == 3) {
          gains.put(fields[0] + "\t" + fields[1], Double.parseDouble(fields[2]));
        }
      }
    } catch (NumberFormatException e) {
      gains.clear();
    }
    return gains;
  }

  /** What was measured of a voice, in decibels. */
  OptionalDouble gain(Voice voice) {
    Double gain = read(files.all()).get(key(voice));
    return gain == null ? OptionalDouble.empty() : OptionalDouble.of(gain);
  }

  /**
   * Measures a voice, unless another machine has done so meanwhile.
   *
   * @return the gain in decibels
   */
  double measure(Voice voice, Speech sample) {
    double[] kept = {gain(sample)};
    files.change(
        all -> {
          Map<String, Double> gains = read(all);
          Double before = gains.putIfAbsent(key(voice), kept[0]);
          kept[0] = before == null ? kept[0] : before;
          String lines =
              gains.entrySet().stream()
                  .map(
                      one -> String.format(Locale.ROOT, "%s\t%.1f\n", one.getKey(), one.getValue()))
                  .collect(Collectors.joining());
          all.put(NAME, lines.getBytes(StandardCharsets.UTF_8));
          return all;
        });
    return kept[0];
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
