package org.nangdok.speech.neural.kokoro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nangdok.speech.SpeechException;

/**
 * The styles of a pack: {@code styles/NAME.bin}, 510 rows of {@value #WIDTH} little-endian floats,
 * the row of a text being the number of its symbols less one. Thread-safe.
 */
public final class Styles {

  /** Values of one row. */
  public static final int WIDTH = 256;

  private static final int ROWS = KokoroModel.MOST_SYMBOLS;

  private final Path folder;
  private final Map<String, float[]> loaded = new ConcurrentHashMap<>();

  /**
   * @param folder where the files lie
   */
  public Styles(Path folder) {
    this.folder = folder;
  }

  /**
   * The style of a person for a text.
   *
   * @param parts names of styles and their shares, which are added
   * @param symbols how many the text has
   * @throws SpeechException naming a style that isn't there
   */
  public float[] mixed(Map<String, Double> parts, int symbols) {
    int row = Math.clamp(symbols - 1, 0, ROWS - 1);
    var mixed = new float[WIDTH];
    parts.forEach(
        (name, share) -> {
          float[] style = loaded.computeIfAbsent(name, this::read);
          for (int i = 0; i < WIDTH; i++) {
            mixed[i] += (float) (share * style[row * WIDTH + i]);
          }
        });
    return mixed;
  }

  private float[] read(String name) {
    Path file = folder.resolve(name + ".bin");
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.remaining() != ROWS * WIDTH * Float.BYTES) {
        throw new SpeechException("The style " + name + " doesn't have 510 rows of 256 values.");
      }
      var values = new float[ROWS * WIDTH];
      bytes.asFloatBuffer().get(values);
      return values;
    } catch (IOException e) {
      throw new SpeechException("The style " + name + " isn't in the pack.", e);
    }
  }
}
