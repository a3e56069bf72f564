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
 * The published graph with two of its inner tensors opened: how many frames each symbol lasts and
 * the pitch of each half frame can be read and replaced.
 *
 * <p>The nodes that make these tensors get outputs of another name (of the same length, so that no
 * length in the file changes), and nodes are appended that make the old names of {@code predicted ×
 * keep + given}. Protocol buffers that follow each other are one message (Encoding, "Last One
 * Wins": embedded messages merge and repeated fields concatenate), so the file is only appended to.
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

  private static final String PITCH = "/encoder/Squeeze_output_0";
  private static final String PREDICTED_FRAMES = "/encoder/Clip_output_X";

  /** Field numbers of onnx.proto. */
  private static final int MODEL_GRAPH = 7;

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATION = 4;
  private static final int FLOAT = 1;

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
    for (String input : List.of(GIVEN_FRAMES, KEEP_FRAMES, KEEP_PITCH)) {
      graph.message(GRAPH_INPUT, floats(input, 1));
    }
    graph.message(GRAPH_INPUT, floats(GIVEN_PITCH, 2));
    graph.message(GRAPH_OUTPUT, floats(FRAMES, 2));
    graph.message(GRAPH_OUTPUT, floats(PREDICTED_PITCH, 2));
    return new Protobuf().message(MODEL_GRAPH, graph);
  }

  private static void drive(
      Protobuf graph, String predicted, String keep, String given, String made) {
    String kept = "kept_" + given;
    graph.message(GRAPH_NODE, node("Mul", predicted, keep, kept));
    graph.message(GRAPH_NODE, node("Add", kept, given, made));
  }

  private static Protobuf node(String operation, String first, String second, String output) {
    return new Protobuf()
        .text(NODE_INPUT, first)
        .text(NODE_INPUT, second)
        .text(NODE_OUTPUT, output)
        .text(NODE_OPERATION, operation);
  }

  /** A value of any lengths. */
  private static Protobuf floats(String name, int dimensions) {
    var shape = new Protobuf();
    for (int i = 0; i < dimensions; i++) {
      shape.message(1, new Protobuf().text(2, name + i));
    }
    var tensor = new Protobuf().integer(1, FLOAT).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }
}
