package org.nangdok.delivery.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.TimedPhone;
import org.nangdok.voice.Voice;

/**
 * Which shape the mouth has for each sound, in Amazon Polly's names ({@code p t S T f k i r s u @ a
 * e E o O sil}), as {@code voices/visemes.tsv} lists them for each set of phones. A sound that
 * isn't listed keeps the shape before it.
 */
final class Visemes {

  private static final String CLOSED = "sil";
  private static final Set<String> SHAPES =
      Set.of(
          "p", "t", "S", "T", "f", "k", "i", "r", "s", "u", "@", "a", "e", "E", "o", "O", CLOSED);

  /** A silence shorter than this doesn't close the mouth. */
  private static final int SHORTEST_SILENCE = 60;

  private final Map<String, Map<String, List<String>>> sets = new HashMap<>();

  /**
   * A shape that begins.
   *
   * @param time milliseconds in the whole sound
   */
  record Viseme(long time, String name) {}

  private Visemes() {}

  static Visemes read(VoicesFolder folder) {
    var visemes = new Visemes();
    try (InputStream in = folder.open("visemes.tsv").orElseThrow()) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          visemes.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return visemes;
  }

  private void add(String line) {
    String[] fields = line.strip().split("\t");
    List<String> shapes = fields.length == 3 ? List.of(fields[2].split(" ")) : List.of();
    if (shapes.isEmpty() || !SHAPES.containsAll(shapes)) {
      throw new IllegalStateException(
          "voices/visemes.tsv: a set, a phone and its visemes are expected, not \"" + line + "\".");
    }
    sets.computeIfAbsent(fields[0], name -> new HashMap<>()).put(fields[1], shapes);
  }

  /** How a voice names its sounds. */
  private static String set(Voice voice) {
    if (voice.engine().equals("kokoro")) {
      return "ipa";
    }
    return voice.language().startsWith("ko") ? "ko" : "sampa";
  }

  /** The shapes of a sentence in order; those that stay as they are aren't told again. */
  List<Viseme> of(Voice voice, List<TimedPhone> phones) {
    Map<String, List<String>> set = sets.getOrDefault(set(voice), Map.of());
    List<Viseme> shapes = new ArrayList<>();
    long end = Long.MAX_VALUE;
    for (TimedPhone phone : phones) {
      if (phone.start() - end >= SHORTEST_SILENCE) {
        shape(shapes, end, CLOSED);
      }
      List<String> names = set.getOrDefault(phone.name(), List.of());
      for (int i = 0; i < names.size(); i++) {
        long length = phone.end() - phone.start();
        shape(shapes, phone.start() + i * length / names.size(), names.get(i));
      }
      end = phone.end();
    }
    if (!shapes.isEmpty()) {
      shape(shapes, end, CLOSED);
    }
    return shapes;
  }

  private static void shape(List<Viseme> shapes, long time, String name) {
    if (shapes.isEmpty() || !shapes.getLast().name().equals(name)) {
      shapes.add(new Viseme(time, name));
    }
  }
}
