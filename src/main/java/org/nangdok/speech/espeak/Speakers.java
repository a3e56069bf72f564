package org.nangdok.speech.espeak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.SpeechException;

/** The speakers of {@code voices/espeak/speakers.tsv}, and the same speakers higher or lower. */
final class Speakers {

  private static final String FILE = "espeak/speakers.tsv";

  /** The variant's line {@code pitch BASE TOP}. */
  private static final Pattern PITCH = Pattern.compile("(?m)^pitch (\\d+) (\\d+)$");

  private final Map<String, Integer> volumes = new LinkedHashMap<>();
  private final Map<String, Speaker> shifted = new ConcurrentHashMap<>();
  private final Path variants;

  /**
   * @param variants the folder of the variant files; higher and lower ones are written there
   */
  Speakers(VoicesFolder voices, Path variants) {
    this.variants = variants;
    try (InputStream in = voices.open(FILE).orElseThrow()) {
      Table.read(
          FILE,
          in,
          2,
          line -> {
            if (!Files.isRegularFile(variants.resolve(line.text(0)))) {
              throw new IllegalArgumentException("there is no file voices/espeak/" + line.text(0));
            }
            volumes.put(line.text(0), line.number(1));
          });
    } catch (IOException e) {
      throw new UncheckedIOException("voices/" + FILE + " can't be read.", e);
    }
  }

  /** The names that {@link #get} knows, in the file's order. */
  Set<String> names() {
    return volumes.keySet();
  }

  /**
   * One speaker.
   *
   * @param semitones how much higher than the voice's own pitch, to a tenth
   */
  Speaker get(String name, double semitones) {
    Integer volume = volumes.get(name);
    if (volume == null) {
      throw new SpeechException("There is no Korean speaker " + name + ".");
    }
    long tenths = Math.round(10 * semitones);
    if (tenths == 0) {
      return new Speaker(name, volume);
    }
    String variant = name + (tenths > 0 ? "_up" : "_down") + Math.abs(tenths);
    return shifted.computeIfAbsent(variant, key -> write(name, key, volume, tenths / 10.0));
  }

  /** Whether listeners take it for a woman. */
  boolean isFemale(String name) {
    try {
      return Files.readString(variants.resolve(name)).contains("gender female");
    } catch (IOException e) {
      throw new UncheckedIOException("The variant of " + name + " can't be read.", e);
    }
  }

  private Speaker write(String name, String variant, int volume, double semitones) {
    try {
      String content = Files.readString(variants.resolve(name), StandardCharsets.UTF_8);
      Matcher line = PITCH.matcher(content);
      if (!line.find()) {
        throw new SpeechException("The speaker " + name + " has no pitch of its own.");
      }
      // All voices are the same straight line of hertz over tone, times a factor (see Tone).
      double factor = (Integer.parseInt(line.group(1)) - 9) / 71.0 * Math.pow(2, semitones / 12);
      long base = Math.round(9 + 71 * factor);
      Files.writeString(
          variants.resolve(variant),
          line.replaceFirst("pitch " + base + " " + Math.round(base + 38 * factor)));
      return new Speaker(variant, volume);
    } catch (IOException e) {
      throw new SpeechException("The pitch of " + name + " can't be changed.", e);
    }
  }
}
