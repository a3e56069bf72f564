package org.nangdok.speech.neural.supertonic;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Graph;
import org.nangdok.speech.neural.Port;

/**
 * The four graphs of a pack, wired: duration, text, flow matching from noise, vocoder. Threads
 * share it.
 */
final class SupertonicModel implements AutoCloseable {

  private static final long ANY = -1;

  private final PackSettings settings;
  private final Graph durations;
  private final Graph texts;
  private final Graph flow;
  private final Graph vocoder;

  private SupertonicModel(
      PackSettings settings, Graph durations, Graph texts, Graph flow, Graph vocoder) {
    this.settings = settings;
    this.durations = durations;
    this.texts = texts;
    this.flow = flow;
    this.vocoder = vocoder;
  }

  /**
   * Loads the graphs, which lie in the pack's folder or in {@code onnx} inside it.
   *
   * @throws SpeechException naming the first file that doesn't fit, and what differs in it
   */
  static SupertonicModel open(Path pack, PackSettings settings, int threads) {
    long rows = settings.channels();
    Graph durations = null;
    Graph texts = null;
    Graph flow = null;
    try {
      durations =
          Graph.open(
              file(pack, "duration_predictor.onnx"),
              threads,
              List.of(
                  Port.integers("text_ids", ANY, ANY),
                  Port.floats("style_dp", ANY, ANY, ANY),
                  Port.floats("text_mask", ANY, 1, ANY)),
              List.of(Port.floats("duration", ANY)));
      texts =
          Graph.open(
              file(pack, "text_encoder.onnx"),
              threads,
              List.of(
                  Port.integers("text_ids", ANY, ANY),
                  Port.floats("style_ttl", ANY, ANY, ANY),
                  Port.floats("text_mask", ANY, 1, ANY)),
              List.of(Port.floats("text_emb", ANY, ANY, ANY)));
      flow =
          Graph.open(
              file(pack, "vector_estimator.onnx"),
              threads,
              List.of(
                  Port.floats("noisy_latent", ANY, rows, ANY),
                  Port.floats("text_emb", ANY, ANY, ANY),
                  Port.floats("style_ttl", ANY, ANY, ANY),
                  Port.floats("text_mask", ANY, 1, ANY),
                  Port.floats("latent_mask", ANY, 1, ANY),
                  Port.floats("current_step", ANY),
                  Port.floats("total_step", ANY)),
              List.of(Port.floats("denoised_latent", ANY, rows, ANY)));
      Graph vocoder =
          Graph.open(
              file(pack, "vocoder.onnx"),
              threads,
              List.of(Port.floats("latent", ANY, rows, ANY)),
              List.of(Port.floats("wav_tts", ANY, ANY)));
      return new SupertonicModel(settings, durations, texts, flow, vocoder);
    } catch (RuntimeException e) {
      for (Graph opened : Arrays.asList(durations, texts, flow)) {
        if (opened != null) {
          opened.close();
        }
      }
      throw e;
    }
  }

  /** A pack as published keeps some of its files in {@code onnx}. */
  static Path file(Path pack, String name) {
    Path inside = pack.resolve("onnx").resolve(name);
    return Files.isRegularFile(inside) ? inside : pack.resolve(name);
  }

  /** The shape that speakers' {@code style_ttl} must have; -1 for any length. */
  long[] soundShape() {
    return withoutBatch(texts.shape("style_ttl"));
  }

  /** The shape that speakers' {@code style_dp} must have; -1 for any length. */
  long[] paceShape() {
    return withoutBatch(durations.shape("style_dp"));
  }

  private static long[] withoutBatch(long[] shape) {
    shape[0] = 1;
    return shape;
  }

  /**
   * Speaks one chunk.
   *
   * @param ids the tokens
   * @param slowing factor on the predicted length
   * @param steps how often the noise is refined
   * @param noise where the sound begins; the same noise gives the same sound
   * @return values between -1 and 1
   */
  float[] speak(long[] ids, SpeakerStyle style, double slowing, int steps, Random noise) {
    OrtEnvironment environment = Graph.environment();
    int length = ids.length;
    try (OnnxTensor text =
            OnnxTensor.createTensor(environment, longs(ids), new long[] {1, length});
        OnnxTensor textMask = OnnxTensor.createTensor(environment, ones(length), mask(length));
        OnnxTensor sound = style.sound().tensor();
        OnnxTensor pace = style.pace().tensor();
        OrtSession.Result duration =
            durations.run(Map.of("text_ids", text, "style_dp", pace, "text_mask", textMask));
        OrtSession.Result encoded =
            texts.run(Map.of("text_ids", text, "style_ttl", sound, "text_mask", textMask))) {
      double seconds =
          seconds(Graph.tensor(duration, "duration").getFloatBuffer().get(0) * slowing, length);
      int columns = settings.columns(seconds);
      try (OnnxTensor latentMask =
          OnnxTensor.createTensor(environment, ones(columns), mask(columns))) {
        Map<String, OnnxTensor> conditions =
            Map.of(
                "text_emb", Graph.tensor(encoded, "text_emb"),
                "style_ttl", sound,
                "text_mask", textMask,
                "latent_mask", latentMask);
        float[] wave = refine(conditions, noise(noise, columns), columns, steps);
        int samples = (int) Math.round(seconds * settings.sampleRate());
        return Arrays.copyOf(wave, Math.min(samples, wave.length));
      }
    } catch (OrtException e) {
      throw new SpeechException("The sound of a chunk can't be made.", e);
    }
  }

  /** A length that no broken graph can make endless. */
  private static double seconds(double predicted, int tokens) {
    double most = 2 + tokens;
    if (!(predicted > 0 && predicted <= most)) {
      throw new SpeechException(
          "The model gives " + predicted + " s to " + tokens + " characters.");
    }
    return predicted;
  }

  private float[] refine(
      Map<String, OnnxTensor> conditions, FloatBuffer noise, int columns, int steps)
      throws OrtException {
    OrtEnvironment environment = Graph.environment();
    long[] shape = {1, settings.channels(), columns};
    OrtSession.Result before = null;
    try (OnnxTensor first = OnnxTensor.createTensor(environment, noise, shape);
        OnnxTensor total = scalar(environment, steps)) {
      OnnxTensor latent = first;
      for (int step = 0; step < steps; step++) {
        try (OnnxTensor current = scalar(environment, step)) {
          var inputs = new java.util.HashMap<>(conditions);
          inputs.put("noisy_latent", latent);
          inputs.put("current_step", current);
          inputs.put("total_step", total);
          OrtSession.Result after = flow.run(inputs);
          if (before != null) {
            before.close();
          }
          before = after;
          latent = Graph.tensor(after, "denoised_latent");
        }
      }
      try (OrtSession.Result wave = vocoder.run(Map.of("latent", latent))) {
        FloatBuffer samples = Graph.tensor(wave, "wav_tts").getFloatBuffer();
        var values = new float[samples.remaining()];
        samples.get(values);
        return values;
      }
    } finally {
      if (before != null) {
        before.close();
      }
    }
  }

  private FloatBuffer noise(Random random, int columns) {
    FloatBuffer noise = floats(settings.channels() * columns);
    while (noise.hasRemaining()) {
      noise.put((float) random.nextGaussian());
    }
    return noise.flip();
  }

  private static OnnxTensor scalar(OrtEnvironment environment, float value) throws OrtException {
    return OnnxTensor.createTensor(environment, floats(1).put(value).flip(), new long[] {1});
  }

  private static long[] mask(int length) {
    return new long[] {1, 1, length};
  }

  private static FloatBuffer ones(int length) {
    FloatBuffer ones = floats(length);
    while (ones.hasRemaining()) {
      ones.put(1);
    }
    return ones.flip();
  }

  /** Outside the Java heap: graphs read it where it is. */
  private static FloatBuffer floats(int length) {
    return ByteBuffer.allocateDirect(length * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static LongBuffer longs(long[] values) {
    return ByteBuffer.allocateDirect(values.length * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer()
        .put(values)
        .flip();
  }

  @Override
  public void close() {
    durations.close();
    texts.close();
    flow.close();
    vocoder.close();
  }
}
