package org.nangdok.speech.espeak;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures variants of the installed espeak-ng on the scale of {@link Timbre}, to compare it with
 * distances that others published for the same variants. {@code docs/korean-sound.md} says how to
 * run it; the environment's {@code ESPEAK_DATA_PATH} may name a folder with more variants.
 */
final class CalibrateTimbre {

  private static final int WAV_HEADER = 44;
  private static final int RATE = 22_050;

  private CalibrateTimbre() {}

  /**
   * @param variants names such as {@code m1}; each is compared with plain {@code ko} and the others
   */
  public static void main(String[] variants) throws IOException {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Map<String, Timbre> timbres = new LinkedHashMap<>();
    timbres.put("ko", Timbre.of(speak("ko"), RATE));
    for (String variant : variants) {
      timbres.put(variant, Timbre.of(speak("ko+" + variant), RATE));
    }
    for (var one : timbres.entrySet()) {
      out.print(one.getKey());
      for (Timbre other : timbres.values()) {
        out.printf(" %.2f", one.getValue().distance(other));
      }
      out.println();
    }
  }

  private static List<short[]> speak(String voice) throws IOException {
    List<short[]> sounds = new ArrayList<>();
    for (String sentence : SampleNews.SENTENCES) {
      Process process = new ProcessBuilder("espeak-ng", "-v", voice, "--stdout", sentence).start();
      byte[] wav = process.getInputStream().readAllBytes();
      var samples = new short[Math.max(0, wav.length - WAV_HEADER) / 2];
      var body = new ByteArrayInputStream(wav, WAV_HEADER, samples.length * 2);
      ByteBuffer.wrap(body.readAllBytes())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(samples);
      sounds.add(samples);
    }
    return sounds;
  }
}
