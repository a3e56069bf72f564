package org.nangdok.speech.neural;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a small ONNX graph, so that tests need no network that somebody trained. */
public final class OnnxWriter {

  /** Element types of the format. */
  public static final int FLOAT = 1;

  public static final int INT64 = 7;

  private static final int ATTRIBUTE_INT = 2;

  private final Protobuf graph = new Protobuf();
  private int names;

  /** An input or output; a length is a number or a name. */
  private static Protobuf port(String name, int type, List<?> shape) {
    var dimensions = new Protobuf();
    for (Object length : shape) {
      dimensions.message(
          1,
          length instanceof Number number
              ? new Protobuf().integer(1, number.longValue())
              : new Protobuf().text(2, length.toString()));
    }
    var tensor = new Protobuf().integer(1, type).message(2, dimensions);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }

  /** Adds an input. */
  public OnnxWriter input(String name, int type, Object... shape) {
    graph.message(11, port(name, type, List.of(shape)));
    return this;
  }

  /** Adds an output. */
  public OnnxWriter output(String name, int type, Object... shape) {
    graph.message(12, port(name, type, List.of(shape)));
    return this;
  }

  /** A constant of numbers; gives its name. */
  public String floats(List<Integer> shape, float... values) {
    var raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return constant(FLOAT, shape, raw.array());
  }

  /** A constant of integers; gives its name. */
  public String integers(List<Integer> shape, long... values) {
    var raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    return constant(INT64, shape, raw.array());
  }

  private String constant(int type, List<Integer> shape, byte[] raw) {
    String name = "c" + names++;
    var tensor = new Protobuf();
    shape.forEach(length -> tensor.integer(1, length));
    graph.message(5, tensor.integer(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** Adds a node; gives the name of its one output. */
  public String node(String operation, String... inputs) {
    return node(operation, List.of(inputs), "n" + names++);
  }

  /** Adds a node whose output has a name of its own. */
  public String node(String operation, List<String> inputs, String output) {
    graph.message(1, node(operation, inputs, output, new Protobuf[0]));
    return output;
  }

  /** Adds a node with whole numbers as attributes, name before value. */
  public String node(String operation, List<String> inputs, Object... attributes) {
    String output = "n" + names++;
    var encoded = new Protobuf[attributes.length / 2];
    for (int i = 0; i < encoded.length; i++) {
      long value = ((Number) attributes[2 * i + 1]).longValue();
      encoded[i] =
          new Protobuf()
              .text(1, attributes[2 * i].toString())
              .integer(3, value)
              .integer(20, ATTRIBUTE_INT);
    }
    graph.message(1, node(operation, inputs, output, encoded));
    return output;
  }

  private static Protobuf node(
      String operation, List<String> inputs, String output, Protobuf[] attributes) {
    var node = new Protobuf();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(4, operation);
    for (Protobuf attribute : attributes) {
      node.message(5, attribute);
    }
    return node;
  }

  /** Writes the graph. */
  public void write(Path file) throws IOException {
    var model =
        new Protobuf()
            .integer(1, 8)
            .message(8, new Protobuf().text(1, "").integer(2, 17))
            .message(7, graph.text(2, "test"));
    Files.createDirectories(file.getParent());
    Files.write(file, model.toBytes());
  }
}
