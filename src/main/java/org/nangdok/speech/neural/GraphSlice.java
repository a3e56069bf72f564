package org.nangdok.speech.neural;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of an ONNX model that some of its outputs need, as a model of its own: ONNX Runtime
 * calculates all of a model, whatever is asked for. {@linkplain FloatConvolution Convolutions of
 * whole numbers} become such of floats. Nodes that hold graphs themselves aren't followed into.
 *
 * <p>Field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto, TensorProto).
 */
public final class GraphSlice {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_NAME = 2;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATION = 4;
  private static final int TENSOR_NAME = 8;
  private static final int VALUE_NAME = 1;

  private record Node(
      ProtobufReader.Field field, String operation, List<String> inputs, List<String> outputs) {

    ByteBuffer written() {
      return operation.equals(FloatConvolution.OPERATION)
          ? ByteBuffer.wrap(FloatConvolution.of(field.content()))
          : field.whole().duplicate();
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, ProtobufReader.Field> constants = new HashMap<>();
  private final Map<String, ProtobufReader.Field> inputs = new HashMap<>();
  private final Map<String, ProtobufReader.Field> outputs = new HashMap<>();
  private final List<ProtobufReader.Field> rest = new ArrayList<>();

  private GraphSlice(ByteBuffer model) {
    for (ProtobufReader.Field field : ProtobufReader.fields(model)) {
      if (field.number() == MODEL_GRAPH) {
        ProtobufReader.fields(field.content()).forEach(this::read);
      } else {
        rest.add(field);
      }
    }
  }

  private void read(ProtobufReader.Field field) {
    switch (field.number()) {
      case GRAPH_NODE ->
          nodes.add(
              new Node(
                  field,
                  String.join("", texts(field, NODE_OPERATION)),
                  texts(field, NODE_INPUT),
                  texts(field, NODE_OUTPUT)));
      case GRAPH_INITIALIZER -> constants.put(texts(field, TENSOR_NAME).getFirst(), field);
      case GRAPH_INPUT -> inputs.put(texts(field, VALUE_NAME).getFirst(), field);
      case GRAPH_OUTPUT -> outputs.put(texts(field, VALUE_NAME).getFirst(), field);
      default -> {} // names of nodes and shapes in between, which nobody needs
    }
  }

  private static List<String> texts(ProtobufReader.Field message, int number) {
    List<String> texts = new ArrayList<>();
    for (ProtobufReader.Field field : ProtobufReader.fields(message.content())) {
      if (field.number() == number) {
        texts.add(StandardCharsets.UTF_8.decode(field.content()).toString());
      }
    }
    return texts;
  }

  /**
   * Cuts the part out.
   *
   * @param model as a whole
   * @param wanted names of its outputs
   * @return a direct buffer
   * @throws IllegalArgumentException if the model has no such output or isn't a model
   */
  public static ByteBuffer of(ByteBuffer model, Set<String> wanted) {
    return new GraphSlice(model.duplicate()).write(wanted);
  }

  private ByteBuffer write(Set<String> wanted) {
    if (!outputs.keySet().containsAll(wanted)) {
      throw new IllegalArgumentException("The model has only the outputs " + outputs.keySet());
    }
    Set<String> needed = needed(wanted);
    List<ByteBuffer> graph = new ArrayList<>();
    graph.add(ByteBuffer.wrap(new Protobuf().text(GRAPH_NAME, "part").toBytes()));
    for (Node node : nodes) {
      if (node.outputs().stream().anyMatch(needed::contains)) {
        graph.add(node.written());
      }
    }
    chosen(constants, needed).forEach(field -> graph.add(field.whole().duplicate()));
    chosen(inputs, needed).forEach(field -> graph.add(field.whole().duplicate()));
    chosen(outputs, wanted).forEach(field -> graph.add(field.whole().duplicate()));
    List<ByteBuffer> all = new ArrayList<>();
    rest.forEach(field -> all.add(field.whole().duplicate()));
    all.add(ByteBuffer.wrap(Protobuf.head(MODEL_GRAPH, size(graph))));
    all.addAll(graph);
    ByteBuffer part = ByteBuffer.allocateDirect(size(all));
    all.forEach(part::put);
    return part.flip();
  }

  private static int size(List<ByteBuffer> pieces) {
    return pieces.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  private static Collection<ProtobufReader.Field> chosen(
      Map<String, ProtobufReader.Field> all, Set<String> names) {
    return names.stream().filter(all::containsKey).sorted().map(all::get).toList();
  }

  private Set<String> needed(Set<String> wanted) {
    Map<String, Node> makers = new HashMap<>();
    nodes.forEach(node -> node.outputs().forEach(output -> makers.put(output, node)));
    Set<String> needed = new HashSet<>(wanted);
    Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      Node maker = makers.get(open.pop());
      if (maker != null) {
        maker.inputs().stream().filter(needed::add).forEach(open::push);
      }
    }
    return needed;
  }
}
