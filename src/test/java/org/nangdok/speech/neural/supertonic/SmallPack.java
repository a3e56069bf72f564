package org.nangdok.speech.neural.supertonic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nangdok.speech.neural.OnnxWriter;

/**
 * A pack whose graphs do arithmetic that tells whether they are wired well. Every token takes 60 ms
 * and is as loud as its number says; the sound of a style is added to the loudness, its pace to the
 * length. The noise is gone only if the steps are counted from 0 to the last one and no further.
 */
final class SmallPack {

  static final int SAMPLE_RATE = 44_100;
  static final int ROWS = 144;
  static final int COLUMN = 512 * 6;
  static final double SECONDS_PER_TOKEN = .06;

  private static final int FLOAT = OnnxWriter.FLOAT;
  private static final int INT64 = OnnxWriter.INT64;

  private SmallPack() {}

  /** Writes a whole pack with the speakers A (plain), B (louder) and C (slower). */
  static Path write(Path folder) throws IOException {
    settings(folder);
    Files.writeString(
        folder.resolve("unicode_indexer.json"),
        IntStream.range(0, 0x11A8 + 28)
            .map(unit -> unit < 32 || unit == '[' ? -1 : unit % 97)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]")));
    style(folder, "A", 0, 0);
    style(folder, "B", .2, 0);
    style(folder, "C", 0, .5);
    graphs(folder);
    return folder;
  }

  static void settings(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("tts.json"),
        """
        {"ae": {"sample_rate": 44100, "base_chunk_size": 512},
         "ttl": {"latent_dim": 24, "chunk_compress_factor": 6}}
        """);
  }

  static void graphs(Path folder) throws IOException {
    durationPredictor().write(folder.resolve("onnx/duration_predictor.onnx"));
    textEncoder().write(folder.resolve("onnx/text_encoder.onnx"));
    vectorEstimator(ROWS).write(folder.resolve("onnx/vector_estimator.onnx"));
    vocoder().write(folder.resolve("onnx/vocoder.onnx"));
  }

  static void style(Path folder, String name, double sound, double pace) throws IOException {
    Files.createDirectories(folder.resolve("voice_styles"));
    Files.writeString(
        folder.resolve("voice_styles").resolve(name + ".json"),
        "{\"style_ttl\": %s, \"style_dp\": %s}"
            .formatted(values(1, 50, 256, sound), values(1, 8, 16, pace)));
  }

  private static String values(int batch, int rows, int columns, double value) {
    String row =
        IntStream.range(0, columns)
            .mapToObj(i -> String.format(Locale.ROOT, "%.3f", value))
            .collect(Collectors.joining(",", "[", "]"));
    String all =
        IntStream.range(0, rows).mapToObj(i -> row).collect(Collectors.joining(",", "[[", "]]"));
    return "{\"dims\": [%d, %d, %d], \"data\": %s}".formatted(batch, rows, columns, all);
  }

  /** Seconds = tokens · 0.06 · (1 + mean of the pace). */
  static OnnxWriter durationPredictor() {
    var graph =
        new OnnxWriter()
            .input("text_ids", INT64, "B", "T")
            .input("style_dp", FLOAT, "B", 8, 16)
            .input("text_mask", FLOAT, "B", 1, "T")
            .output("duration", FLOAT, "B");
    String inner = graph.integers(List.of(2), 1, 2);
    String tokens = graph.node("ReduceSum", List.of("text_mask", inner), "keepdims", 0);
    String read = graph.node("ReduceSum", List.of("style_dp", inner), "keepdims", 0);
    String pace = graph.node("Div", read, graph.floats(List.of(1), 128));
    String slow = graph.node("Add", pace, graph.floats(List.of(1), 1));
    String plain = graph.node("Mul", tokens, graph.floats(List.of(1), (float) SECONDS_PER_TOKEN));
    graph.node("Mul", List.of(plain, slow), "duration");
    return graph;
  }

  /** Embedding = fraction of token · 0.37, plus the mean of the sound, in 256 rows. */
  static OnnxWriter textEncoder() {
    var graph =
        new OnnxWriter()
            .input("text_ids", INT64, "B", "T")
            .input("style_ttl", FLOAT, "B", 50, 256)
            .input("text_mask", FLOAT, "B", 1, "T")
            .output("text_emb", FLOAT, "B", 256, "T");
    String ids = graph.node("Cast", List.of("text_ids"), "to", FLOAT);
    String scaled = graph.node("Mul", ids, graph.floats(List.of(1), .37f));
    String fraction = graph.node("Mod", List.of(scaled, graph.floats(List.of(1), 1)), "fmod", 1);
    String row = graph.node("Unsqueeze", fraction, graph.integers(List.of(1), 1));
    String sound = graph.node("ReduceMean", List.of("style_ttl"), "keepdims", 1);
    String louder = graph.node("Add", row, sound);
    String masked = graph.node("Mul", louder, "text_mask");
    var ones = new float[256];
    java.util.Arrays.fill(ones, 1);
    graph.node("Mul", List.of(masked, graph.floats(List.of(1, 256, 1), ones)), "text_emb");
    return graph;
  }

  /**
   * Latent = latent · (1 - 1/left) + target/left with left = total - current, so that the last step
   * gives the target alone: the embedding stretched over the columns, louder by the mean of the
   * sound.
   */
  static OnnxWriter vectorEstimator(int rows) {
    var graph =
        new OnnxWriter()
            .input("noisy_latent", FLOAT, "B", rows, "L")
            .input("text_emb", FLOAT, "B", 256, "T")
            .input("style_ttl", FLOAT, "B", 50, 256)
            .input("text_mask", FLOAT, "B", 1, "T")
            .input("latent_mask", FLOAT, "B", 1, "L")
            .input("current_step", FLOAT, "B")
            .input("total_step", FLOAT, "B")
            .output("denoised_latent", FLOAT, "B", rows, "L");
    String tokens = length(graph, "text_mask");
    String columns = length(graph, "latent_mask");
    String places =
        graph.node("Range", graph.integers(List.of(), 0), columns, graph.integers(List.of(), 1));
    String taken =
        graph.node("Div", graph.node("Mul", places, tokens), columns); // whole numbers: rounds down
    String stretched = graph.node("Gather", List.of("text_emb", taken), "axis", 2);
    String row = graph.node("Gather", List.of(stretched, graph.integers(List.of(1), 0)), "axis", 1);
    String sound = graph.node("ReduceMean", List.of("style_ttl"), "keepdims", 1);
    String louder = graph.node("Mul", row, graph.node("Add", sound, number(graph, 1)));
    String target = graph.node("Mul", louder, "latent_mask");
    String left = graph.node("Sub", "total_step", "current_step");
    String share = graph.node("Div", number(graph, 1), left);
    String kept = graph.node("Sub", number(graph, 1), share);
    String old = graph.node("Mul", "noisy_latent", kept);
    String fresh = graph.node("Mul", target, share);
    graph.node("Add", List.of(old, fresh), "denoised_latent");
    return graph;
  }

  private static String number(OnnxWriter graph, float value) {
    return graph.floats(List.of(1), value);
  }

  private static String length(OnnxWriter graph, String mask) {
    String shape = graph.node("Shape", mask);
    return graph.node("Gather", List.of(shape, graph.integers(List.of(), 2)), "axis", 0);
  }

  /** A tone of 440 Hz, in each column as loud as the mean of its rows, at most 0.9. */
  static OnnxWriter vocoder() {
    var graph =
        new OnnxWriter().input("latent", FLOAT, "B", ROWS, "L").output("wav_tts", FLOAT, "B", "S");
    var average = new float[ROWS];
    java.util.Arrays.fill(average, 1f / ROWS);
    String loudness =
        graph.node("MatMul", graph.floats(List.of(1, 1, ROWS), average), "latent"); // [B, 1, L]
    String column =
        graph.node("Reshape", loudness, graph.integers(List.of(3), 1, -1, 1)); // [B, L, 1]
    String halved = graph.node("Mul", column, graph.floats(List.of(1), .5f));
    String level = graph.node("Add", halved, graph.floats(List.of(1), .3f));
    var tone = new float[COLUMN];
    for (int i = 0; i < COLUMN; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * 31 * i / COLUMN); // whole periods in a column
    }
    String waves = graph.node("Mul", level, graph.floats(List.of(1, 1, COLUMN), tone));
    graph.node("Reshape", List.of(waves, graph.integers(List.of(2), 1, -1)), "wav_tts");
    return graph;
  }
}
