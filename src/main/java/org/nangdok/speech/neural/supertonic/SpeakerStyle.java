package org.nangdok.speech.neural.supertonic;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Graph;
import org.nangdok.speech.neural.Json;
import tools.jackson.databind.JsonNode;

/**
 * One speaker, from {@code voice_styles/NAME.json}.
 *
 * @param sound how it sounds, the input {@code style_ttl}
 * @param pace how long it takes, the input {@code style_dp}
 */
record SpeakerStyle(Values sound, Values pace) {

  /**
   * Numbers of a shape, outside the Java heap so that graphs read them where they are.
   *
   * @param shape the dimensions
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Values(FloatBuffer numbers, long[] shape) {

    OnnxTensor tensor() throws OrtException {
      return OnnxTensor.createTensor(Graph.environment(), numbers.duplicate(), shape);
    }
  }

  /**
   * @param sound the shape that the graphs expect of {@code style_ttl}; -1 for any length
   * @param pace the same of {@code style_dp}
   */
  static SpeakerStyle read(Path file, long[] sound, long[] pace) {
    JsonNode root = Json.read(file);
    return new SpeakerStyle(
        values(root, "style_ttl", sound, file), values(root, "style_dp", pace, file));
  }

  private static Values values(JsonNode root, String name, long[] expected, Path file) {
    JsonNode dims = root.at("/" + name + "/dims");
    var shape = new long[dims.size()];
    long count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dims.get(i).asLong(0);
      count = Math.multiplyExact(count, Math.max(0, shape[i]));
    }
    boolean fits = shape.length == expected.length && count > 0 && count < 10_000_000;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = expected[i] < 0 || expected[i] == shape[i];
    }
    if (!fits) {
      throw new SpeechException(
          "%s: \"%s\" has the shape %s instead of %s."
              .formatted(
                  file.getFileName(), name, Arrays.toString(shape), Arrays.toString(expected)));
    }
    FloatBuffer numbers =
        ByteBuffer.allocateDirect((int) count * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    collect(root.at("/" + name + "/data"), numbers, file);
    if (numbers.hasRemaining()) {
      throw new SpeechException(
          "%s: \"%s\" lacks %d numbers.".formatted(file.getFileName(), name, numbers.remaining()));
    }
    return new Values(numbers.flip(), shape);
  }

  private static void collect(JsonNode node, FloatBuffer numbers, Path file) {
    if (node.isArray()) {
      node.forEach(child -> collect(child, numbers, file));
    } else if (node.isNumber() && numbers.hasRemaining()) {
      numbers.put((float) node.asDouble());
    } else {
      throw new SpeechException(
          "The file " + file.getFileName() + " holds more than its shapes say.");
    }
  }
}
