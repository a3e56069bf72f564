package org.nangdok.studio;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.audio.file.FlacFile;

/** Cuts takes and lays them together as an inventory. */
final class InventoryWriter {

  /** What of a pause is kept on each side. */
  private static final int SILENCE = 480;

  private static final double PEAK = .9;

  private InventoryWriter() {}

  private record Take(float[] sound, List<Recorder.Timed> phones) {}

  /**
   * @param arguments a folder of takes, F0 in hertz, the folder of the inventory
   */
  public static void main(String[] arguments) throws IOException {
    double hertz = Double.parseDouble(arguments[1]);
    List<Take> takes = takes(Path.of(arguments[0]));
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    int polarity = PitchMarks.polarity(takes.stream().map(Take::sound).toList());
    double peak = 0;
    for (Take take : takes) {
      for (float value : take.sound()) {
        peak = Math.max(peak, Math.abs(value));
      }
    }
    double gain = PEAK / peak * Short.MAX_VALUE;
    var samples = new ArrayList<short[]>();
    var units = new ArrayList<String>();
    var marks = new ArrayList<Integer>();
    int base = 0;
    units.add("# phone\tstart\tcut\tburst\tend");
    for (Take take : takes) {
      units.add("");
      List<Integer> own = new PitchMarks(take.sound(), hertz, polarity).find();
      for (Cutter.Cut cut : new Cutter(take.sound()).cut(take.phones())) {
        int from = cut.start();
        int to = cut.end();
        if (cut.phone().equals(Phones.SILENCE)) {
          boolean first = units.getLast().isEmpty();
          boolean last =
              take.phones().getLast().end() <= cut.end() + 1 || to == take.sound().length;
          if (first) {
            from = Math.max(from, to - SILENCE);
          } else if (last) {
            to = Math.min(to, from + SILENCE);
          } else if (to - from > 2 * SILENCE) {
            base = lay(take.sound(), from, from + SILENCE, gain, samples, own, marks, base);
            int middle = base;
            base = lay(take.sound(), to - SILENCE, to, gain, samples, own, marks, base);
            units.add(line("_", middle - SILENCE, middle, base, base));
            continue;
          }
        }
        int start = base;
        base = lay(take.sound(), from, to, gain, samples, own, marks, base);
        int cutAt = Math.clamp(cut.cut() - from + start, start, base);
        int burst = Math.clamp(cut.burst() - from + start, cutAt, base);
        units.add(line(cut.phone(), start, cutAt, burst, base));
      }
    }
    int doubtful = Doubt.mark(units);
    System.out.println(doubtful + " units of an unlikely length aren't used");
    write(folder, samples, units, marks, base);
    System.out.printf(
        "%d lines, %d units, %.1f s, %d marks, polarity %d%n",
        takes.size(), units.size(), base / 24000.0, marks.size(), polarity);
  }

  private static String line(String phone, int start, int cut, int burst, int end) {
    return phone + "\t" + start + "\t" + cut + "\t" + burst + "\t" + end;
  }

  private static int lay(
      float[] sound,
      int from,
      int to,
      double gain,
      List<short[]> samples,
      List<Integer> own,
      List<Integer> marks,
      int base) {
    var part = new short[to - from];
    for (int i = 0; i < part.length; i++) {
      part[i] = (short) Math.round(Math.clamp(sound[from + i] * gain, -32768, 32767));
    }
    samples.add(part);
    for (int mark : own) {
      if (mark >= from && mark < to) {
        marks.add(mark - from + base);
      }
    }
    return base + part.length;
  }

  private static void write(
      Path folder, List<short[]> samples, List<String> units, List<Integer> marks, int length)
      throws IOException {
    var sound = new short[length];
    int at = 0;
    for (short[] part : samples) {
      System.arraycopy(part, 0, sound, at, part.length);
      at += part.length;
    }
    try (var out = Files.newOutputStream(folder.resolve("sound.flac"))) {
      FlacFile.write(sound, out);
    }
    Files.write(folder.resolve("units.tsv"), units);
    var deltas = new java.io.ByteArrayOutputStream();
    int last = 0;
    for (int mark : marks) {
      int delta = mark - last;
      while (delta > 127) {
        deltas.write(delta & 127 | 128);
        delta >>= 7;
      }
      deltas.write(delta);
      last = mark;
    }
    Files.write(folder.resolve("marks.bin"), deltas.toByteArray());
  }

  private static List<Take> takes(Path folder) throws IOException {
    var takes = new ArrayList<Take>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).sorted().toList()) {
        var phones = new ArrayList<Recorder.Timed>();
        for (String row : Files.readAllLines(file)) {
          String[] cells = row.split("\t");
          phones.add(
              new Recorder.Timed(
                  cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), false));
        }
        Path sound = Path.of(file.toString().replace(".tsv", ".pcm"));
        var values = new float[(int) (Files.size(sound) / 4)];
        try (var in =
            new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(sound)))) {
          for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
          }
        }
        takes.add(new Take(values, phones));
      }
    }
    return takes;
  }
}
