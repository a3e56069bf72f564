package org.nangdok.studio;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kokoro-82M, int8, whose melody and lengths may be given. One thread, so that none waits by
 * spinning.
 */
final class Kokoro implements AutoCloseable {

  static final int SAMPLE_RATE = 24_000;

  /** Samples of a frame. */
  static final int FRAME = 600;

  private static final int STYLE = 256;

  /**
   * Between what the network says of voiced sounds (70 Hz and more) and of others (20 and less).
   */
  private static final float VOICED_ABOVE = 40;

  /** Pauses are cut to it; sounds have four at most. */
  private static final float MOST_FRAMES = 60;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Map<String, Integer> vocabulary;

  /**
   * What was spoken: sound, frames of each symbol with the silent ones around, F0 in half frames.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Take(float[] sound, float[] frames, float[] melody) {}

  Kokoro(Path folder) throws IOException, OrtException {
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session =
        environment.createSession(
            DrivenGraph.of(Files.readAllBytes(folder.resolve("model.onnx"))), options);
    vocabulary = vocabulary(folder.resolve("vocab.json"));
  }

  private static Map<String, Integer> vocabulary(Path file) throws IOException {
    Matcher entry = Pattern.compile("\"(\\\\?.)\": (\\d+)").matcher(Files.readString(file));
    var found = new java.util.HashMap<String, Integer>();
    while (entry.find()) {
      found.put(entry.group(1), Integer.valueOf(entry.group(2)));
    }
    return Map.copyOf(found);
  }

  /** A style's vectors. */
  static float[] style(Path file) throws IOException {
    FloatBuffer floats =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var all = new float[floats.remaining()];
    floats.get(all);
    return all;
  }

  /** Speaks symbols, each one character, at one pitch. */
  Take speak(List<String> symbols, float[] style, float hertz) throws OrtException {
    var tokens = new long[symbols.size() + 2];
    for (int i = 0; i < symbols.size(); i++) {
      Integer token = vocabulary.get(symbols.get(i));
      if (token == null) {
        throw new IllegalArgumentException("Kokoro has no symbol " + symbols.get(i) + ".");
      }
      tokens[i + 1] = token;
    }
    FloatBuffer row = FloatBuffer.wrap(style, (symbols.size() - 1) * STYLE, STYLE).slice();
    var inputs = new java.util.HashMap<String, OnnxTensor>();
    try {
      inputs.put(
          "tokens",
          OnnxTensor.createTensor(
              environment, LongBuffer.wrap(tokens), new long[] {1, tokens.length}));
      inputs.put("style", OnnxTensor.createTensor(environment, row, new long[] {1, STYLE}));
      inputs.put("speed", tensor(new float[] {1}));
      inputs.put(DrivenGraph.FLAT, tensor(new float[] {hertz}));
      inputs.put(DrivenGraph.VOICED_ABOVE, tensor(new float[] {VOICED_ABOVE}));
      inputs.put(DrivenGraph.MOST_FRAMES, tensor(new float[] {MOST_FRAMES}));
      try (OrtSession.Result result = session.run(inputs)) {
        return new Take(
            floats(result, "audio"),
            floats(result, DrivenGraph.FRAMES),
            floats(result, DrivenGraph.MELODY));
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(float[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, FloatBuffer.wrap(values), new long[] {values.length});
  }

  private static float[] floats(OrtSession.Result result, String name) throws OrtException {
    var tensor = (OnnxTensor) result.get(name).orElseThrow();
    FloatBuffer buffer = tensor.getFloatBuffer();
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
