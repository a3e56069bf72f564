package org.nangdok.speech.neural;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One input or output that a graph must have.
 *
 * @param name the name in the graph
 * @param type the type of its elements
 * @param shape its dimensions; -1 where any length will do
 */
public record Port(String name, OnnxJavaType type, List<Long> shape) {

  /** A port of numbers with 32 bits. */
  public static Port floats(String name, long... shape) {
    return new Port(name, OnnxJavaType.FLOAT, list(shape));
  }

  /** A port of integers with 64 bits. */
  public static Port integers(String name, long... shape) {
    return new Port(name, OnnxJavaType.INT64, list(shape));
  }

  private static List<Long> list(long... shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  /** How a graph's port differs from this one; a length that the graph leaves open fits any. */
  Optional<String> difference(NodeInfo there) {
    if (!(there.getInfo() instanceof TensorInfo tensor)) {
      return Optional.of("\"" + name + "\" is no tensor");
    }
    if (tensor.type != type) {
      return Optional.of("\"" + name + "\" holds " + tensor.type + " instead of " + type);
    }
    long[] dimensions = tensor.getShape();
    boolean fits = dimensions.length == shape.size();
    for (int i = 0; fits && i < dimensions.length; i++) {
      fits = dimensions[i] < 0 || shape.get(i) < 0 || dimensions[i] == shape.get(i);
    }
    return fits
        ? Optional.empty()
        : Optional.of(
            "\""
                + name
                + "\" has the shape "
                + Arrays.toString(dimensions)
                + " instead of "
                + shape);
  }
}
