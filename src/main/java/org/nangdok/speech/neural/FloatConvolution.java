package org.nangdok.speech.neural;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution of whole numbers ({@code ConvInteger}) written as one of floats with the same
 * result: ONNX Runtime 1.29, the newest for Java, is two to three times as fast with these. The
 * weights stay whole numbers in the file; the library turns them into floats once, when it loads
 * the graph (constant folding). Sums stay under 2^28, so that floats are off by some 1e-7.
 */
final class FloatConvolution {

  static final String OPERATION = "ConvInteger";

  private static final int GRAPH_NODE = 1;
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int OPERATION_TYPE = 4;
  private static final int ATTRIBUTE = 5;
  private static final int ATTRIBUTE_INT = 2;
  private static final int FLOAT = 1;
  private static final int INT32 = 6;

  private final List<String> inputs = new ArrayList<>();
  private final List<ProtobufReader.Field> attributes = new ArrayList<>();
  private final Protobuf nodes = new Protobuf();
  private String output = "";

  private FloatConvolution(ByteBuffer node) {
    for (ProtobufReader.Field field : ProtobufReader.fields(node)) {
      switch (field.number()) {
        case INPUT -> inputs.add(text(field));
        case OUTPUT -> output = text(field);
        case ATTRIBUTE -> attributes.add(field);
        default -> {} // names
      }
    }
  }

  private static String text(ProtobufReader.Field field) {
    return StandardCharsets.UTF_8.decode(field.content()).toString();
  }

  /**
   * Writes it anew.
   *
   * @param node a NodeProto with its two zero points
   * @return fields {@code node} of a GraphProto
   */
  static byte[] of(ByteBuffer node) {
    return new FloatConvolution(node.duplicate()).write();
  }

  private byte[] write() {
    String signal = withoutZero(inputs.get(0), inputs.get(2), "signal");
    String weights = withoutZero(inputs.get(1), inputs.get(3), "weights");
    String sum = output + "/sum";
    Protobuf convolution =
        new Protobuf()
            .text(INPUT, signal)
            .text(INPUT, weights)
            .text(OUTPUT, sum)
            .text(OPERATION_TYPE, "Conv");
    attributes.forEach(attribute -> convolution.bytes(ATTRIBUTE, bytes(attribute)));
    nodes.message(GRAPH_NODE, convolution);
    cast(sum, INT32, output);
    return nodes.toBytes();
  }

  private static byte[] bytes(ProtobufReader.Field field) {
    var bytes = new byte[field.content().remaining()];
    field.content().duplicate().get(bytes);
    return bytes;
  }

  private String withoutZero(String values, String zero, String name) {
    String place = output + "/" + name;
    cast(values, FLOAT, place + "/values");
    cast(zero, FLOAT, place + "/zero");
    nodes.message(
        GRAPH_NODE,
        new Protobuf()
            .text(INPUT, place + "/values")
            .text(INPUT, place + "/zero")
            .text(OUTPUT, place)
            .text(OPERATION_TYPE, "Sub"));
    return place;
  }

  private void cast(String from, int type, String to) {
    var target = new Protobuf().text(1, "to").integer(3, type).integer(20, ATTRIBUTE_INT);
    nodes.message(
        GRAPH_NODE,
        new Protobuf()
            .text(INPUT, from)
            .text(OUTPUT, to)
            .text(OPERATION_TYPE, "Cast")
            .message(ATTRIBUTE, target));
  }
}
