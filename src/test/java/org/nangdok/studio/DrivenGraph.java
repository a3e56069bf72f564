package org.nangdok.studio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Kokoro's graph (ONNX) with its melody and its lengths as inputs and outputs: two inner tensors
 * are renamed where they are made, and nodes are appended that make the old names from them ({@code
 * ../shared/voice/KOKORO.md}). Serialized protobuf messages that follow each other are one message,
 * so nothing of the graph is parsed.
 */
final class DrivenGraph {

  /** F0 in hertz, two values a frame. */
  static final String MELODY = "/encoder/Squeeze_output_0";

  /** Frames of each symbol. */
  static final String FRAMES = "/encoder/Clip_output_0";

  /** Inputs: F0 of what is voiced, the F0 above which it is, and the most frames of a symbol. */
  static final String FLAT = "flat_melody";

  static final String VOICED_ABOVE = "voiced_above";
  static final String MOST_FRAMES = "most_frames";

  private static final int GRAPH = 7;
  private static final int FLOAT = 1;

  private DrivenGraph() {}

  /** The name under which a tensor is there as the network made it. */
  static String own(String name) {
    return name.substring(0, name.length() - 1) + "X";
  }

  /** The graph as ONNX Runtime reads it. */
  static byte[] of(byte[] model) {
    byte[] driven = model.clone();
    var more = new ByteArrayOutputStream();
    rename(driven, MELODY);
    rename(driven, FRAMES);
    more.writeBytes(field(1, node("Greater", "is_voiced", own(MELODY), VOICED_ABOVE)));
    more.writeBytes(field(1, node("Where", MELODY, "is_voiced", FLAT, own(MELODY))));
    more.writeBytes(field(1, node("Min", FRAMES, own(FRAMES), MOST_FRAMES)));
    for (String input : List.of(FLAT, VOICED_ABOVE, MOST_FRAMES)) {
      more.writeBytes(field(11, input(input)));
    }
    more.writeBytes(field(12, output(MELODY)));
    more.writeBytes(field(12, output(FRAMES)));
    var whole = new ByteArrayOutputStream(driven.length + more.size() + 16);
    whole.writeBytes(driven);
    whole.writeBytes(field(GRAPH, more.toByteArray()));
    return whole.toByteArray();
  }

  /** Renames the one output of a node that is called so; inputs keep the name. */
  private static void rename(byte[] model, String name) {
    byte[] output = field(2, name.getBytes(StandardCharsets.UTF_8));
    for (int at = 0; at + output.length <= model.length; at++) {
      if (java.util.Arrays.equals(model, at, at + output.length, output, 0, output.length)) {
        model[at + output.length - 1] = 'X';
        return;
      }
    }
    throw new IllegalArgumentException(
        "The graph makes no " + name + ": it isn't the one of v1.0.");
  }

  private static byte[] node(String operator, String output, String... inputs) {
    var node = new ByteArrayOutputStream();
    for (String input : inputs) {
      node.writeBytes(text(1, input));
    }
    node.writeBytes(text(2, output));
    node.writeBytes(text(3, output + "_made"));
    node.writeBytes(text(4, operator));
    return node.toByteArray();
  }

  /** A float vector of any length. */
  private static byte[] input(String name) {
    var type = new ByteArrayOutputStream();
    type.write(8);
    type.write(FLOAT);
    type.writeBytes(field(2, field(1, text(2, name + "_length"))));
    var value = new ByteArrayOutputStream();
    value.writeBytes(text(1, name));
    value.writeBytes(field(2, field(1, type.toByteArray())));
    return value.toByteArray();
  }

  /** A float matrix of any size: without a shape, ONNX Runtime's Java binding crashes. */
  private static byte[] output(String name) {
    var type = new ByteArrayOutputStream();
    type.write(8);
    type.write(FLOAT);
    var shape = new ByteArrayOutputStream();
    shape.writeBytes(field(1, text(2, name + "_rows")));
    shape.writeBytes(field(1, text(2, name + "_columns")));
    type.writeBytes(field(2, shape.toByteArray()));
    var value = new ByteArrayOutputStream();
    value.writeBytes(text(1, name));
    value.writeBytes(field(2, field(1, type.toByteArray())));
    return value.toByteArray();
  }

  private static byte[] text(int number, String text) {
    return field(number, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int number, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(number << 3 | 2);
    int rest = content.length;
    while (rest > 127) {
      bytes.write(rest & 127 | 128);
      rest >>= 7;
    }
    bytes.write(rest);
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }
}
