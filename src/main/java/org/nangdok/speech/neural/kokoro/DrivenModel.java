package org.nangdok.speech.neural.kokoro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Protobuf;

/**
 * The published graph with some of its inner tensors opened: how many frames each symbol lasts and
 * the pitch of each half frame can be read and replaced, and sound is made of some frames only.
 *
 * <p>The nodes that make these tensors get outputs of another name (of the same length, so that no
 * length in the file changes), and nodes are appended that make the old names of {@code predicted ×
 * keep + given}, or a part of what was. Protocol buffers that follow each other are one message
 * (Encoding, "Last One Wins": embedded messages merge and repeated fields concatenate), so the file
 * is only appended to.
 */
final class DrivenModel {

  /** Frames of each symbol, after what was given has taken effect: float [1, symbols]. */
  static final String FRAMES = "/encoder/Clip_output_0";

  /** Pitch in Hz as the network would have it, two values a frame: float [1, half frames]. */
  static final String PREDICTED_PITCH = "/encoder/Squeeze_output_X";

  static final String GIVEN_FRAMES = "given_frames";
  static final String KEEP_FRAMES = "keep_frames";
  static final String GIVEN_PITCH = "given_pitch";
  static final String KEEP_PITCH = "keep_pitch";

  /** First half frame of the sound that is wanted, and one past the last: integers [1]. */
  static final String FROM_HALF = "from_half";

  static final String TO_HALF = "to_half";

  /** The same in samples. */
  static final String FROM_SAMPLE = "from_sample";

  static final String TO_SAMPLE = "to_sample";

  private static final String PITCH = "/encoder/Squeeze_output_0";
  private static final String PREDICTED_FRAMES = "/encoder/Clip_output_X";

  /** What the generator makes sound of, in half frames: float [1, channels, half frames]. */
  private static final String DECODED = "/decoder/decoder/decode.3/Div_4_output_0";

  private static final String WHOLE_DECODED = "/decoder/decoder/decode.3/Div_4_output_X";

  /** Pitch of each sample, of which the generator makes its source: float [1, 1, samples]. */
  private static final String SOURCE = "/decoder/decoder/generator/f0_upsamp/Resize_output_0";

  private static final String WHOLE_SOURCE = "/decoder/decoder/generator/f0_upsamp/Resize_output_X";

  private static final String TIME = "time_axis";
  private static final int TIME_AXIS = 2;

  /** Field numbers of onnx.proto. */
  private static final int MODEL_GRAPH = 7;

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATION = 4;
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private DrivenModel() {}

  /**
   * Reads the published file.
   *
   * @return a direct buffer
   * @throws SpeechException if the file is missing or isn't this graph
   */
  static ByteBuffer read(Path file) {
    byte[] appended = appended().toBytes();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int size = Math.toIntExact(channel.size());
      ByteBuffer model =
          ByteBuffer.allocateDirect(size + appended.length).order(ByteOrder.LITTLE_ENDIAN);
      model.limit(size);
      while (model.hasRemaining() && channel.read(model) >= 0) {
        // on to the end
      }
      model.limit(model.capacity());
      model.put(appended).flip();
      rename(model, size, FRAMES, PREDICTED_FRAMES);
      rename(model, size, PITCH, PREDICTED_PITCH);
      rename(model, size, DECODED, WHOLE_DECODED);
      rename(model, size, SOURCE, WHOLE_SOURCE);
      return model;
    } catch (IOException | ArithmeticException e) {
      throw new SpeechException("The file " + file.getFileName() + " can't be read.", e);
    }
  }

  /** Renames a tensor where a node makes it, not where others take it. */
  private static void rename(ByteBuffer model, int size, String name, String other) {
    byte[] made = new Protobuf().text(NODE_OUTPUT, name).toBytes();
    int at = find(model, size, made);
    if (at < 0) {
      throw new SpeechException("The graph has no tensor " + name + ".");
    }
    byte[] renamed = new Protobuf().text(NODE_OUTPUT, other).toBytes();
    model.put(at, renamed);
  }

  private static int find(ByteBuffer model, int size, byte[] wanted) {
    for (int at = 0; at <= size - wanted.length; at++) {
      if (model.get(at) == wanted[0] && matches(model, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean matches(ByteBuffer model, int at, byte[] wanted) {
    for (int i = wanted.length - 1; i > 0; i--) {
      if (model.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static Protobuf appended() {
    var graph = new Protobuf();
    drive(graph, PREDICTED_FRAMES, KEEP_FRAMES, GIVEN_FRAMES, FRAMES);
    drive(graph, PREDICTED_PITCH, KEEP_PITCH, GIVEN_PITCH, PITCH);
    graph.message(GRAPH_NODE, node("Slice", DECODED, WHOLE_DECODED, FROM_HALF, TO_HALF, TIME));
    graph.message(GRAPH_NODE, node("Slice", SOURCE, WHOLE_SOURCE, FROM_SAMPLE, TO_SAMPLE, TIME));
    graph.message(GRAPH_INITIALIZER, integer(TIME, TIME_AXIS));
    for (String input : List.of(GIVEN_FRAMES, KEEP_FRAMES, KEEP_PITCH)) {
      graph.message(GRAPH_INPUT, value(input, FLOAT, 1));
    }
    for (String input : List.of(FROM_HALF, TO_HALF, FROM_SAMPLE, TO_SAMPLE)) {
      graph.message(GRAPH_INPUT, value(input, INT64, 1));
    }
    graph.message(GRAPH_INPUT, value(GIVEN_PITCH, FLOAT, 2));
    graph.message(GRAPH_OUTPUT, value(FRAMES, FLOAT, 2));
    graph.message(GRAPH_OUTPUT, value(PREDICTED_PITCH, FLOAT, 2));
    return new Protobuf().message(MODEL_GRAPH, graph);
  }

  private static void drive(
      Protobuf graph, String predicted, String keep, String given, String made) {
    String kept = "kept_" + given;
    graph.message(GRAPH_NODE, node("Mul", kept, predicted, keep));
    graph.message(GRAPH_NODE, node("Add", made, kept, given));
  }

  private static Protobuf node(String operation, String output, String... inputs) {
    var node = new Protobuf();
    for (String input : inputs) {
      node.text(NODE_INPUT, input);
    }
    return node.text(NODE_OUTPUT, output).text(NODE_OPERATION, operation);
  }

  /** A constant of one number (TensorProto: dims 1, data_type 2, int64_data 7, name 8). */
  private static Protobuf integer(String name, long number) {
    return new Protobuf().integer(1, 1).integer(2, INT64).integer(7, number).text(8, name);
  }

  /** A value of any lengths. */
  private static Protobuf value(String name, int type, int dimensions) {
    var shape = new Protobuf();
    for (int i = 0; i < dimensions; i++) {
      shape.message(1, new Protobuf().text(2, name + i));
    }
    var tensor = new Protobuf().integer(1, type).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }
}
