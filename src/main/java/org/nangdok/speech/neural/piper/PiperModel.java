package org.nangdok.speech.neural.piper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Graph;
import org.nangdok.speech.neural.Port;

/** One model, loaded. Threads share it. */
final class PiperModel implements AutoCloseable {

  private static final long ANY = -1;

  /**
   * In place of what the model says of chance in its rhythm: the same words last as long each time,
   * as every engine promises, and with a telephone as without.
   */
  private static final float NO_CHANCE = 0;

  private final PiperSettings settings;
  private final Graph graph;

  private PiperModel(PiperSettings settings, Graph graph) {
    this.settings = settings;
    this.graph = graph;
  }

  /**
   * @param file {@code MODEL.onnx}, with {@code MODEL.onnx.json} beside it
   * @throws SpeechException naming the file that doesn't fit, and what differs
   */
  static PiperModel open(Path file, int threads) {
    PiperSettings settings = PiperSettings.read(file.resolveSibling(file.getFileName() + ".json"));
    List<Port> inputs =
        new ArrayList<>(
            List.of(
                Port.integers("input", ANY, ANY),
                Port.integers("input_lengths", ANY),
                Port.floats("scales", 3)));
    if (settings.speakerCount() > 1) {
      inputs.add(Port.integers("sid", ANY));
    }
    return new PiperModel(settings, Graph.open(file, threads, inputs, List.of()));
  }

  PiperSettings settings() {
    return settings;
  }

  /**
   * Speaks one chunk.
   *
   * @param slowing factor on the model's own length
   * @param speaker the speaker's name; empty where there is one
   * @return values between -1 and 1
   */
  float[] speak(long[] phonemes, double slowing, String speaker) {
    OrtEnvironment environment = Graph.environment();
    float[] scales = {settings.noise(), (float) (settings.length() * slowing), NO_CHANCE};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input", longs(environment, phonemes, 1, phonemes.length));
      inputs.put("input_lengths", longs(environment, new long[] {phonemes.length}, 1));
      inputs.put(
          "scales", OnnxTensor.createTensor(environment, FloatBuffer.wrap(scales), new long[] {3}));
      if (settings.speakerCount() > 1) {
        inputs.put("sid", longs(environment, new long[] {settings.speaker(speaker)}, 1));
      }
      try (OrtSession.Result result = graph.runGivingBack(inputs)) {
        FloatBuffer samples = Graph.tensor(result, "output").getFloatBuffer();
        var values = new float[samples.remaining()];
        samples.get(values);
        return values;
      }
    } catch (OrtException e) {
      throw new SpeechException("The sound of a chunk can't be made.", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor longs(OrtEnvironment environment, long[] values, long... shape)
      throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  @Override
  public void close() {
    graph.close();
  }
}
