package org.nangdok.speech.neural.kokoro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.nangdok.speech.neural.OnnxWriter;

/**
 * A pack in Kokoro's shape that does arithmetic: each symbol lasts four frames at speed 1, is as
 * loud as its number says, and sounds at the pitch of its half frames, which by itself is 100 Hz
 * and the symbol's number.
 */
public final class SmallKokoro {

  private static final String SYMBOLS =
      ";:,.!? ʣʥʦʨAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲᵻ";

  private SmallKokoro() {}

  /** Writes it into a folder. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("styles"));
    String numbers =
        SYMBOLS
            .codePoints()
            .mapToObj(
                point ->
                    "\"%s\": %d".formatted(Character.toString(point), 1 + SYMBOLS.indexOf(point)))
            .collect(Collectors.joining(", "));
    Files.writeString(folder.resolve("vocab.json"), "{\"vocab\": {" + numbers + "}}");
    for (String name : List.of("one_a", "two_b")) {
      ByteBuffer style = ByteBuffer.allocate(510 * 256 * 4).order(ByteOrder.LITTLE_ENDIAN);
      while (style.hasRemaining()) {
        style.putFloat(name.startsWith("one") ? 1 : 3);
      }
      Files.write(folder.resolve("styles").resolve(name + ".bin"), style.array());
    }
    graph().write(folder.resolve("model.onnx"));
    return folder;
  }

  private static OnnxWriter graph() {
    var graph =
        new OnnxWriter()
            .input("tokens", OnnxWriter.INT64, 1, "n")
            .input("style", OnnxWriter.FLOAT, 1, 256)
            .input("speed", OnnxWriter.FLOAT, 1)
            .output("audio", OnnxWriter.FLOAT, "s");
    String zero = graph.integers(List.of(), 0);
    String one = graph.integers(List.of(), 1);
    String styled = graph.node("ReduceMean", List.of("style"), "keepdims", 0);
    // The style must take part in everything, as it does in the network.
    String numbers =
        graph.node(
            "Add",
            graph.node("Cast", List.of("tokens"), "to", OnnxWriter.FLOAT),
            graph.node("Mul", styled, graph.floats(List.of(1), 0)));
    String fours =
        graph.node(
            "Add",
            graph.node("Mul", numbers, graph.floats(List.of(1), 0)),
            graph.floats(List.of(1), 4));
    graph.node(
        "Clip",
        List.of(
            graph.node("Round", graph.node("Div", fours, "speed")),
            graph.floats(List.of(), 1),
            graph.floats(List.of(), 50)),
        "/encoder/Clip_output_0");
    String frames = graph.node("Cast", List.of("/encoder/Clip_output_0"), "to", OnnxWriter.INT64);
    String line = graph.node("Reshape", frames, graph.integers(List.of(1), -1));
    String all = graph.node("ReduceSum", List.of(line), "keepdims", 0);
    String ends = graph.node("CumSum", line, zero);
    String flat = graph.node("Reshape", numbers, graph.integers(List.of(1), -1));

    String halves = graph.node("Mul", all, graph.integers(List.of(), 2));
    String own = stretched(graph, flat, ends, graph.node("Range", zero, halves, one), 2);
    String predicted = graph.node("Add", own, graph.floats(List.of(1), 100));
    graph.node(
        "Reshape",
        List.of(predicted, graph.integers(List.of(2), 1, -1)),
        "/encoder/Squeeze_output_0");

    String loudness = stretched(graph, flat, ends, graph.node("Range", zero, halves, one), 2);
    String level =
        graph.node(
            "Add",
            graph.node(
                "Mul",
                graph.node(
                    "Mod",
                    List.of(
                        graph.node("Mul", loudness, graph.floats(List.of(1), .37f)),
                        graph.floats(List.of(1), 1)),
                    "fmod",
                    1),
                graph.floats(List.of(1), .3f)),
            graph.floats(List.of(1), .2f));
    String channel = graph.integers(List.of(3), 1, 1, -1);
    String decoded = "/decoder/decoder/decode.3/Div_4_output_0";
    graph.node("Reshape", List.of(level, channel), decoded);

    String samples = graph.node("Mul", all, graph.integers(List.of(), 600));
    String half =
        graph.node("Div", graph.node("Range", zero, samples, one), graph.integers(List.of(), 300));
    String line0 =
        graph.node("Reshape", "/encoder/Squeeze_output_0", graph.integers(List.of(1), -1));
    String source = "/decoder/decoder/generator/f0_upsamp/Resize_output_0";
    graph.node(
        "Reshape", List.of(graph.node("Gather", List.of(line0, half), "axis", 0), channel), source);

    String pitch = graph.node("Reshape", source, graph.integers(List.of(1), -1));
    String heard =
        graph.node(
            "Gather",
            List.of(
                graph.node("Reshape", decoded, graph.integers(List.of(1), -1)),
                graph.node(
                    "Div",
                    graph.node("Range", zero, graph.node("Size", pitch), one),
                    graph.integers(List.of(), 300))),
            "axis",
            0);
    String phase =
        graph.node(
            "Mul",
            graph.node("CumSum", pitch, zero),
            graph.floats(List.of(1), (float) (2 * Math.PI / 24_000)));
    String colour =
        graph.node(
            "Mul",
            graph.node("Sin", graph.node("Mul", phase, styled)),
            graph.floats(List.of(1), .2f));
    String wave = graph.node("Add", graph.node("Sin", phase), colour);
    graph.node("Mul", List.of(heard, wave), "audio");
    return graph;
  }

  /** The value of each symbol, once for each place of its frames. */
  private static String stretched(
      OnnxWriter graph, String values, String ends, String places, int placesAFrame) {
    String frame = graph.node("Div", places, graph.integers(List.of(), placesAFrame));
    String column = graph.node("Reshape", frame, graph.integers(List.of(2), -1, 1));
    String passed = graph.node("GreaterOrEqual", column, ends);
    String counted =
        graph.node(
            "ReduceSum",
            List.of(
                graph.node("Cast", List.of(passed), "to", OnnxWriter.INT64),
                graph.integers(List.of(1), 1)),
            "keepdims",
            0);
    return graph.node("Gather", List.of(values, counted), "axis", 0);
  }
}
