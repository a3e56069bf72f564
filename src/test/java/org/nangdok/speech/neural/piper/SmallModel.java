package org.nangdok.speech.neural.piper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nangdok.speech.neural.OnnxWriter;

/**
 * A model in Piper's shape that does arithmetic: each number takes 10 ms times the length scale and
 * is as loud as it says; a speaker's number makes everything louder.
 */
public final class SmallModel {

  static final int SAMPLE_RATE = 22_050;
  private static final int SAMPLES = 220;
  private static final String PHONEMES =
      "_^$ !',.:;?abcdefghijklmnopqrstuvwxyzæçðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʔˈˌːθᵻ̩";

  private SmallModel() {}

  static Path write(Path folder, String name, int speakers) throws IOException {
    return write(folder, name, speakers, "en-us", "en_US");
  }

  /**
   * The same in another language.
   *
   * @param voice espeak-ng's voice that writes the phonemes
   * @param language the language as Piper's files name it
   */
  public static Path write(Path folder, String name, int speakers, String voice, String language)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".onnx");
    graph(speakers > 1).write(file);
    String ids =
        PHONEMES
            .codePoints()
            .distinct()
            .mapToObj(
                point ->
                    "\"%s\": [%d]".formatted(Character.toString(point), PHONEMES.indexOf(point)))
            .collect(Collectors.joining(", "));
    String names = speakers > 1 ? "\"ann\": 0, \"bob\": 1" : "";
    Files.writeString(
        folder.resolve(name + ".onnx.json"),
        String.format(
            Locale.ROOT,
            """
            {"audio": {"sample_rate": %d, "quality": "medium"},
             "espeak": {"voice": "%s"}, "language": {"code": "%s"},
             "inference": {"noise_scale": 0.6, "length_scale": 1, "noise_w": 0.8},
             "phoneme_type": "espeak", "phoneme_id_map": {%s},
             "num_speakers": %d, "speaker_id_map": {%s}}
            """,
            SAMPLE_RATE,
            voice,
            language,
            ids,
            speakers,
            names));
    return file;
  }

  private static OnnxWriter graph(boolean severalSpeakers) {
    var graph =
        new OnnxWriter()
            .input("input", OnnxWriter.INT64, "B", "T")
            .input("input_lengths", OnnxWriter.INT64, "B")
            .input("scales", OnnxWriter.FLOAT, 3)
            .output("output", OnnxWriter.FLOAT, "B", 1, 1, "S");
    String length =
        graph.node(
            "Gather", List.of("scales", graph.integers(List.of(), 1)), "axis", 0); // a scalar
    String tokens =
        graph.node("Gather", List.of("input_lengths", graph.integers(List.of(), 0)), "axis", 0);
    String real = graph.node("Cast", List.of(tokens), "to", OnnxWriter.FLOAT);
    String long1 = graph.node("Mul", real, length);
    String samples =
        graph.node(
            "Cast",
            List.of(graph.node("Mul", long1, graph.floats(List.of(), SAMPLES))),
            "to",
            OnnxWriter.INT64);
    String places =
        graph.node("Range", graph.integers(List.of(), 0), samples, graph.integers(List.of(), 1));
    String taken = graph.node("Div", graph.node("Mul", places, tokens), samples);
    String ids = graph.node("Cast", List.of("input"), "to", OnnxWriter.FLOAT);
    String stretched = graph.node("Gather", List.of(ids, taken), "axis", 1);
    String fraction =
        graph.node(
            "Mod",
            List.of(
                graph.node("Mul", stretched, graph.floats(List.of(1), .37f)),
                graph.floats(List.of(1), 1)),
            "fmod",
            1);
    String level =
        graph.node(
            "Add",
            graph.node("Mul", fraction, graph.floats(List.of(1), .4f)),
            graph.floats(List.of(1), .2f));
    if (severalSpeakers) {
      graph.input("sid", OnnxWriter.INT64, "B");
      String speaker = graph.node("Cast", List.of("sid"), "to", OnnxWriter.FLOAT);
      level = graph.node("Add", level, graph.node("Mul", speaker, graph.floats(List.of(1), .3f)));
    }
    String phase =
        graph.node(
            "Mul",
            graph.node("Cast", List.of(places), "to", OnnxWriter.FLOAT),
            graph.floats(List.of(1), (float) (2 * Math.PI * 441 / SAMPLE_RATE)));
    String wave = graph.node("Mul", level, graph.node("Sin", phase));
    graph.node("Reshape", List.of(wave, graph.integers(List.of(4), 1, 1, 1, -1)), "output");
    return graph;
  }
}
