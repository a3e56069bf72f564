package org.nangdok.speech.neural;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.speech.SpeechException;

/**
 * One ONNX graph, loaded and checked. Threads share it: a session may run on many at once.
 *
 * <p>A run works on its caller's thread and on {@code threads - 1} further ones, which sleep while
 * they wait, so that sentences made side by side don't crowd the processor.
 */
public final class Graph implements AutoCloseable {

  /** ONNX Runtime keeps what a run needed for the next one, unless it is told otherwise. */
  private static final Map<String, String> GIVING_BACK =
      Map.of("memory.enable_memory_arena_shrinkage", "cpu:0");

  private final String file;
  private final OrtSession session;

  private Graph(String file, OrtSession session) {
    this.file = file;
    this.session = session;
  }

  /** Makes a session of what a graph is read from. */
  private interface Loading {
    OrtSession load(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  /**
   * The one environment of the process.
   *
   * @throws SpeechException if the library can't be loaded
   */
  public static OrtEnvironment environment() {
    return OrtStart.environment();
  }

  /**
   * Loads a graph.
   *
   * @param threads how many threads one run may use, from 1
   * @throws SpeechException naming the file and each input and output that isn't as expected
   */
  public static Graph open(Path file, int threads, List<Port> inputs, List<Port> outputs) {
    if (!Files.isRegularFile(file)) {
      throw new SpeechException("The file " + file.getFileName() + " is missing.");
    }
    return open(
        file.getFileName().toString(),
        threads,
        inputs,
        outputs,
        (environment, options) -> environment.createSession(file.toString(), options));
  }

  /**
   * Loads a graph from memory.
   *
   * @param name for messages
   * @param model a direct buffer; not needed any more afterwards
   */
  public static Graph open(
      String name, ByteBuffer model, int threads, List<Port> inputs, List<Port> outputs) {
    return open(
        name,
        threads,
        inputs,
        outputs,
        (environment, options) -> environment.createSession(model, options));
  }

  private static Graph open(
      String name, int threads, List<Port> inputs, List<Port> outputs, Loading loading) {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      OrtSession session = loading.load(environment(), options);
      NativeHeap.giveBack();
      var graph = new Graph(name, session);
      List<String> differences = new ArrayList<>();
      compare("input", session.getInputInfo(), inputs, differences);
      compare("output", session.getOutputInfo(), outputs, differences);
      if (!differences.isEmpty()) {
        graph.close();
        throw new SpeechException(
            "The graph " + name + " doesn't fit: " + String.join("; ", differences));
      }
      return graph;
    } catch (OrtException e) {
      throw new SpeechException("The file " + name + " is no graph.", e);
    }
  }

  private static void compare(
      String kind, Map<String, NodeInfo> there, List<Port> expected, List<String> differences) {
    Set<String> names = new java.util.TreeSet<>(there.keySet());
    for (Port port : expected) {
      NodeInfo found = there.get(port.name());
      names.remove(port.name());
      if (found == null) {
        differences.add("the " + kind + " \"" + port.name() + "\" is missing");
      } else {
        port.difference(found).ifPresent(text -> differences.add("the " + kind + " " + text));
      }
    }
    if (kind.equals("input")) {
      names.forEach(name -> differences.add("the input \"" + name + "\" is not known"));
    }
  }

  /** The dimensions of an input as the graph states them; -1 where it leaves a length open. */
  public long[] shape(String input) {
    try {
      NodeInfo info = session.getInputInfo().get(input);
      if (info != null && info.getInfo() instanceof TensorInfo tensor) {
        return tensor.getShape();
      }
    } catch (OrtException e) {
      throw new SpeechException("The graph " + file + " can't be read.", e);
    }
    throw new IllegalArgumentException("There is no input " + input + ".");
  }

  /**
   * Runs the graph.
   *
   * @return its outputs; the caller closes them
   * @throws SpeechException if the thread is interrupted or the graph fails
   */
  public OrtSession.Result run(Map<String, OnnxTensor> inputs) {
    return run(inputs, Map.of());
  }

  /** The same, and the memory that only the run needed goes back to the system at its end. */
  public OrtSession.Result runGivingBack(Map<String, OnnxTensor> inputs) {
    return run(inputs, GIVING_BACK);
  }

  private OrtSession.Result run(Map<String, OnnxTensor> inputs, Map<String, String> asked) {
    if (Thread.currentThread().isInterrupted()) {
      throw new SpeechException("Speaking was interrupted.");
    }
    try (var options = new OrtSession.RunOptions()) {
      for (Map.Entry<String, String> option : asked.entrySet()) {
        options.addRunConfigEntry(option.getKey(), option.getValue());
      }
      return session.run(inputs, session.getOutputNames(), options);
    } catch (OrtException e) {
      throw new SpeechException("The graph " + file + " failed.", e);
    }
  }

  /** An output of a run as a tensor, still the run's own. */
  public static OnnxTensor tensor(OrtSession.Result result, String output) {
    if (result.get(output).orElse(null) instanceof OnnxTensor tensor) {
      return tensor;
    }
    throw new SpeechException("The output " + output + " is missing.");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new SpeechException("The graph " + file + " can't be closed.", e);
    }
  }
}
