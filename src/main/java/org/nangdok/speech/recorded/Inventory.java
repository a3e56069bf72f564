package org.nangdok.speech.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.SpeechException;

/** One person's recordings, cut into phones, with a mark in every period of what is voiced. */
final class Inventory {

  static final int SAMPLE_RATE = 24_000;

  private static final int LEVEL_HALF = SAMPLE_RATE / 100;

  private final short[] sound;
  private final int[] marks;
  private final Unit[] units;
  private final boolean[] begins;
  private final float[][] timbres;
  private final Map<String, int[]> pairs = new HashMap<>();

  private final String fingerprint;

  private Inventory(
      short[] sound, String fingerprint, int[] marks, List<Unit> units, boolean[] begins) {
    this.sound = sound;
    this.fingerprint = fingerprint;
    this.marks = marks;
    this.units = units.toArray(Unit[]::new);
    this.begins = begins;
    var lists = new HashMap<String, List<Integer>>();
    for (int i = 0; i + 1 < this.units.length; i++) {
      if (!begins[i + 1]) {
        String pair = pair(this.units[i].phone(), this.units[i + 1].phone());
        lists.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
      }
    }
    lists.forEach(
        (pair, all) -> pairs.put(pair, all.stream().mapToInt(Integer::intValue).toArray()));
    timbres = new float[this.units.length][];
    var timbre = new CutTimbre();
    for (int i = 0; i < timbres.length; i++) {
      timbres[i] = timbre.of(sound, this.units[i].cut());
    }
  }

  /**
   * Reads {@code voices/recordings/NAME}.
   *
   * @throws SpeechException if it isn't there or broken
   */
  static Inventory read(VoicesFolder voices, String name) {
    String folder = "recordings/" + name + "/";
    var units = new ArrayList<Unit>();
    var begins = new ArrayList<Boolean>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(open(voices, folder + "units.tsv"), StandardCharsets.UTF_8))) {
      boolean begin = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          begin = true;
          continue;
        }
        String[] cells = line.split("\t");
        units.add(
            new Unit(
                units.size(),
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4])));
        begins.add(begin);
        begin = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The recordings " + name + " can't be read.", e);
    }
    var starts = new boolean[begins.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = begins.get(i);
    }
    byte[] stream = bytes(voices, folder + "sound.flac");
    try {
      return new Inventory(
          FlacSound.decode(stream),
          hash(stream),
          marks(bytes(voices, folder + "marks.bin")),
          units,
          starts);
    } catch (IOException e) {
      throw new SpeechException("The recordings " + name + " are broken.", e);
    }
  }

  private static InputStream open(VoicesFolder voices, String name) {
    return voices
        .open(name)
        .orElseThrow(() -> new SpeechException("There is no file voices/" + name + "."));
  }

  private static byte[] bytes(VoicesFolder voices, String name) {
    try (InputStream in = open(voices, name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The file voices/" + name + " can't be read.", e);
    }
  }

  private static String hash(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return "%08x".formatted(sum.getValue());
  }

  /**
   * Differences, seven bits a byte, the lowest first, all but the last with the highest bit set.
   */
  private static int[] marks(byte[] bytes) {
    var marks = new int[bytes.length];
    int count = 0;
    int last = 0;
    int shift = 0;
    int delta = 0;
    for (byte b : bytes) {
      delta |= (b & 127) << shift;
      shift += 7;
      if (b >= 0) {
        last += delta;
        marks[count++] = last;
        delta = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(marks, count);
  }

  private static String pair(String first, String second) {
    return first + " " + second;
  }

  /** Changes with the sound. */
  String fingerprint() {
    return fingerprint;
  }

  /** Indices of the units that are the first of this pair of phones. */
  int[] pairs(String first, String second) {
    return pairs.getOrDefault(pair(first, second), new int[0]);
  }

  Unit unit(int index) {
    return units[index];
  }

  /** Whether nothing was recorded right before it. */
  boolean begins(int index) {
    return index < 0 || index >= begins.length || begins[index];
  }

  /** How different two units sound where they are cut; about 1 between two of one vowel. */
  double distance(int one, int other) {
    float[] a = timbres[one];
    float[] b = timbres[other];
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /** Level of the 20 ms around a sample. */
  double decibels(int middle) {
    double sum = 1;
    for (int i = middle - LEVEL_HALF; i < middle + LEVEL_HALF; i++) {
      sum += (double) sample(i) * sample(i);
    }
    return 10 * Math.log10(sum / (2 * LEVEL_HALF));
  }

  short sample(int at) {
    return at < 0 || at >= sound.length ? 0 : sound[at];
  }

  /** Index of the mark nearest to a sample. */
  int nearestMark(double sample) {
    int at = Arrays.binarySearch(marks, (int) Math.round(sample));
    if (at >= 0) {
      return at;
    }
    int after = -at - 1;
    if (after == 0) {
      return 0;
    }
    if (after == marks.length) {
      return after - 1;
    }
    return sample - marks[after - 1] <= marks[after] - sample ? after - 1 : after;
  }

  int mark(int index) {
    return marks[Math.clamp(index, 0, marks.length - 1)];
  }
}
