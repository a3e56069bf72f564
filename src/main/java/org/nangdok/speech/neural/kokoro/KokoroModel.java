package org.nangdok.speech.neural.kokoro;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Graph;
import org.nangdok.speech.neural.GraphSlice;
import org.nangdok.speech.neural.Port;

/**
 * The network: symbols and a style give frames, pitch and sound. Threads share it.
 *
 * <p>A frame is {@value #SAMPLES_A_FRAME} samples at {@value #SAMPLE_RATE} Hz (25 ms); pitch has
 * two values a frame. Symbols are numbers of the vocabulary with a 0 before and behind, which have
 * frames too.
 */
public final class KokoroModel implements AutoCloseable {

  /** Samples per second. */
  public static final int SAMPLE_RATE = 24_000;

  /** Samples of one frame. */
  public static final int SAMPLES_A_FRAME = 600;

  /** The most symbols of one run, without the two zeros. */
  public static final int MOST_SYMBOLS = 510;

  private static final long ANY = -1;
  private static final String AUDIO = "audio";

  private final Graph prosody;
  private final Graph sound;

  private KokoroModel(Graph prosody, Graph sound) {
    this.prosody = prosody;
    this.sound = sound;
  }

  /**
   * Loads the graph, which takes about a second and 180 MB.
   *
   * @param file the published graph (Kokoro-82M v1.0, 8 bits)
   * @param threads how many threads one run may use, from 1
   * @throws SpeechException if the file is missing or doesn't fit
   */
  public static KokoroModel open(Path file, int threads) {
    String name = file.getFileName().toString();
    ByteBuffer model = DrivenModel.read(file);
    List<Port> predicting =
        List.of(
            Port.integers("tokens", 1, ANY),
            Port.floats("style", 1, Styles.WIDTH),
            Port.floats("speed", 1),
            Port.floats(DrivenModel.GIVEN_FRAMES, ANY),
            Port.floats(DrivenModel.KEEP_FRAMES, ANY));
    List<Port> speaking = new ArrayList<>(predicting);
    speaking.add(Port.floats(DrivenModel.GIVEN_PITCH, ANY, ANY));
    speaking.add(Port.floats(DrivenModel.KEEP_PITCH, ANY));
    speaking.add(Port.integers(DrivenModel.FROM_HALF, ANY));
    speaking.add(Port.integers(DrivenModel.TO_HALF, ANY));
    speaking.add(Port.integers(DrivenModel.FROM_SAMPLE, ANY));
    speaking.add(Port.integers(DrivenModel.TO_SAMPLE, ANY));
    Graph prosody = null;
    try {
      prosody =
          Graph.open(
              name,
              GraphSlice.of(model, Set.of(DrivenModel.FRAMES, DrivenModel.PREDICTED_PITCH)),
              1,
              predicting,
              List.of());
      ByteBuffer whole = GraphSlice.of(model, Set.of(AUDIO));
      return new KokoroModel(prosody, Graph.open(name, whole, threads, speaking, List.of()));
    } catch (IllegalArgumentException | SpeechException e) {
      if (prosody != null) {
        prosody.close();
      }
      throw e instanceof SpeechException speech
          ? speech
          : new SpeechException("The file " + name + " isn't Kokoro's graph.", e);
    }
  }

  /**
   * What is spoken.
   *
   * @param symbols numbers of the vocabulary, at most {@value #MOST_SYMBOLS}
   * @param style {@value Styles#WIDTH} values
   * @param speed factor on the network's own rate
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  public record Text(long[] symbols, float[] style, double speed) {}

  /**
   * What the network would do by itself.
   *
   * @param frames of each symbol, the two zeros included
   * @param pitch in Hz of each half frame, near 0 where there is no voice
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  public record Prediction(float[] frames, float[] pitch) {}

  /** Frames and pitch as the network would have them; costs a hundredth of speaking. */
  public Prediction predict(Text text) {
    return predict(text, null);
  }

  /** The pitch that it would have with these frames. */
  public Prediction predict(Text text, float @Nullable [] frames) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      put(inputs, text, frames);
      try (OrtSession.Result result = prosody.run(inputs)) {
        return new Prediction(
            values(result, DrivenModel.FRAMES), values(result, DrivenModel.PREDICTED_PITCH));
      }
    } catch (OrtException e) {
      throw new SpeechException("The melody of a phrase can't be made.", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /** Speaks the whole. */
  public float[] speak(Text text, float[] frames, float @Nullable [] pitch) {
    return speak(text, frames, pitch, Window.whole(frames));
  }

  /**
   * Speaks.
   *
   * @param frames of each symbol, the two zeros included
   * @param pitch in Hz of each half frame; the network's own if null
   * @param window the frames that sound is made of: the network knows the others, which costs
   *     little, but making their sound would cost as much as any other
   * @return values between -1 and 1, {@value #SAMPLES_A_FRAME} for each frame of the window
   */
  public float[] speak(Text text, float[] frames, float @Nullable [] pitch, Window window) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      put(inputs, text, frames);
      float[] melody = pitch == null ? new float[1] : pitch;
      inputs.put(DrivenModel.KEEP_PITCH, floats(new float[] {pitch == null ? 1 : 0}, 1));
      inputs.put(DrivenModel.GIVEN_PITCH, floats(melody, 1, melody.length));
      inputs.put(DrivenModel.FROM_HALF, longs(window.from() * 2L));
      inputs.put(DrivenModel.TO_HALF, longs(window.to() * 2L));
      inputs.put(DrivenModel.FROM_SAMPLE, longs((long) window.from() * SAMPLES_A_FRAME));
      inputs.put(DrivenModel.TO_SAMPLE, longs((long) window.to() * SAMPLES_A_FRAME));
      try (OrtSession.Result result = sound.runGivingBack(inputs)) {
        return values(result, AUDIO);
      }
    } catch (OrtException e) {
      throw new SpeechException("The sound of a phrase can't be made.", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static void put(Map<String, OnnxTensor> inputs, Text text, float @Nullable [] frames)
      throws OrtException {
    if (text.symbols().length > MOST_SYMBOLS) {
      throw new SpeechException("More than 510 symbols can't be spoken at once.");
    }
    var framed = new long[text.symbols().length + 2];
    System.arraycopy(text.symbols(), 0, framed, 1, text.symbols().length);
    float[] lengths = frames == null ? new float[1] : frames;
    inputs.put("tokens", longs(framed, 1, framed.length));
    inputs.put("style", floats(text.style(), 1, text.style().length));
    inputs.put("speed", floats(new float[] {(float) text.speed()}, 1));
    inputs.put(DrivenModel.KEEP_FRAMES, floats(new float[] {frames == null ? 1 : 0}, 1));
    inputs.put(DrivenModel.GIVEN_FRAMES, floats(lengths, lengths.length));
  }

  private static OnnxTensor longs(long value) throws OrtException {
    return longs(new long[] {value}, 1);
  }

  private static OnnxTensor longs(long[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(Graph.environment(), LongBuffer.wrap(values), shape);
  }

  private static OnnxTensor floats(float[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(Graph.environment(), FloatBuffer.wrap(values), shape);
  }

  private static float[] values(OrtSession.Result result, String output) {
    FloatBuffer buffer = Graph.tensor(result, output).getFloatBuffer();
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() {
    prosody.close();
    sound.close();
  }
}
