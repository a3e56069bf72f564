package org.nangdok.studio;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has a script spoken at one pitch, and writes down what was spoken when. */
final class Recorder {

  /** Kokoro's symbols for our phones; others are themselves. */
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("k0", "k"),
          Map.entry("t0", "t"),
          Map.entry("p0", "p"),
          Map.entry("c0", "ʨ"),
          Map.entry("g", "ɡ"),
          Map.entry("z", "ʥ"),
          Map.entry("c", "ʨ"),
          Map.entry("kh", "kʰ"),
          Map.entry("th", "tʰ"),
          Map.entry("ph", "pʰ"),
          Map.entry("ch", "ʨʰ"),
          Map.entry("K", "k"),
          Map.entry("T", "t"),
          Map.entry("P", "p"),
          Map.entry("S", "ɕ"),
          Map.entry("r", "ɾ"),
          Map.entry("N", "ŋ"),
          Map.entry("W", "ɰ"),
          Map.entry("V", "ʌ"),
          Map.entry("M", "ɯ"),
          Map.entry("E", "ɛ"));

  /** The sound comes that much before its frames. */
  private static final int EARLY = 1632;

  /**
   * One phone as the network timed it.
   *
   * @param start first sample in its line's sound
   * @param wordEnd whether a space or a comma follows
   */
  record Timed(String phone, int start, int end, boolean wordEnd) {}

  /** A line's sound and its phones, silence at pauses included. */
  @SuppressWarnings("ArrayRecordComponent")
  record Line(float[] sound, List<Timed> phones) {}

  private final Kokoro kokoro;
  private final String style;
  private final float hertz;

  Recorder(Kokoro kokoro, String style, float hertz) {
    this.kokoro = kokoro;
    this.style = style;
    this.hertz = hertz;
  }

  /** Symbols and the phone that each belongs to. */
  private record Written(List<String> symbols, List<Integer> owner, List<String> phones) {
    void add(String phone, String written) {
      for (char symbol : written.toCharArray()) {
        symbols.add(String.valueOf(symbol));
        owner.add(phones.size());
      }
      phones.add(phone);
    }
  }

  /** Records one line. */
  Line record(String line) {
    var written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    String[] clauses = line.split(",");
    for (int c = 0; c < clauses.length; c++) {
      String[] phrases = clauses[c].split("\\|");
      for (int p = 0; p < phrases.length; p++) {
        List<List<String>> words = Phones.words(phrases[p]);
        for (int w = 0; w < words.size(); w++) {
          words.get(w).forEach(phone -> written.add(phone, SYMBOLS.getOrDefault(phone, phone)));
          boolean last = p + 1 == phrases.length && w + 1 == words.size();
          if (!last) {
            written.add("#", " ");
          }
        }
      }
      written.add(Phones.SILENCE, c + 1 == clauses.length ? "." : ", ");
    }
    Kokoro.Take take = kokoro.speak(written.symbols(), style, hertz);
    return new Line(take.sound(), timed(written, take.frames()));
  }

  private static List<Timed> timed(Written written, float[] frames) {
    var ends = new int[written.phones().size()];
    int sum = Math.round(frames[0]);
    var starts = new int[ends.length];
    java.util.Arrays.fill(starts, -1);
    for (int i = 0; i < written.symbols().size(); i++) {
      int owner = written.owner().get(i);
      if (starts[owner] < 0) {
        starts[owner] = sum;
      }
      sum += Math.round(frames[i + 1]);
      ends[owner] = sum;
    }
    var timed = new ArrayList<Timed>();
    timed.add(new Timed(Phones.SILENCE, 0, sample(starts[0]), true));
    for (int i = 0; i < ends.length; i++) {
      timed.add(new Timed(written.phones().get(i), sample(starts[i]), sample(ends[i]), false));
    }
    return timed;
  }

  private static int sample(int frame) {
    return Math.max(0, frame * Kokoro.FRAME - EARLY);
  }

  /**
   * @param arguments the pack's folder, the style's name, F0 in hertz, the script, a folder for
   *     takes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[4]));
    List<String> script = Files.readAllLines(Path.of(arguments[3]));
    try (var kokoro = new Kokoro(Path.of(arguments[0]))) {
      var recorder = new Recorder(kokoro, arguments[1], Float.parseFloat(arguments[2]));
      for (int i = 0; i < script.size(); i++) {
        String name = "%03d".formatted(i);
        if (Files.exists(folder.resolve(name + ".tsv"))) {
          continue;
        }
        Line line = recorder.record(script.get(i));
        try (var out =
            new DataOutputStream(
                new java.io.BufferedOutputStream(
                    Files.newOutputStream(folder.resolve(name + ".pcm"))))) {
          for (float value : line.sound()) {
            out.writeFloat(value);
          }
        }
        Files.write(
            folder.resolve(name + ".tsv"),
            line.phones().stream()
                .map(t -> t.phone() + "\t" + t.start() + "\t" + t.end())
                .toList());
      }
    }
  }
}
