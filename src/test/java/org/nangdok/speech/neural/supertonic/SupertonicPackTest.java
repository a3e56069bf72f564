package org.nangdok.speech.neural.supertonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.OnnxWriter;

class SupertonicPackTest {

  @TempDir private Path pack;

  @BeforeEach
  void write() throws IOException {
    SmallPack.write(pack);
  }

  @Test
  void aMissingGraphIsNamed() throws IOException {
    Files.delete(pack.resolve("onnx/vocoder.onnx"));

    refused("vocoder.onnx is missing");
  }

  @Test
  void aTruncatedGraphIsNamed() throws IOException {
    Path file = pack.resolve("onnx/text_encoder.onnx");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    refused("text_encoder.onnx is no graph");
  }

  @Test
  void everyDifferenceOfAGraphIsNamed() throws IOException {
    var graph =
        new OnnxWriter()
            .input("latent", OnnxWriter.FLOAT, "B", 96, "L")
            .input("speaker", OnnxWriter.INT64, 1)
            .output("wav", OnnxWriter.FLOAT, "B", 96, "L");
    graph.node("Identity", java.util.List.of("latent"), "wav");
    graph.write(pack.resolve("onnx/vocoder.onnx"));

    assertThatThrownBy(this::open)
        .hasMessageContaining("vocoder.onnx")
        .hasMessageContaining("\"latent\" has the shape [-1, 96, -1] instead of [-1, 144, -1]")
        .hasMessageContaining("the output \"wav_tts\" is missing")
        .hasMessageContaining("the input \"speaker\" is not known");
  }

  @Test
  void aWrongElementTypeIsNamed() throws IOException {
    var graph =
        new OnnxWriter()
            .input("latent", OnnxWriter.INT64, "B", 144, "L")
            .output("wav_tts", OnnxWriter.FLOAT, "B", "S");
    String cast = graph.node("Cast", java.util.List.of("latent"), "to", OnnxWriter.FLOAT);
    graph.node(
        "Reshape", java.util.List.of(cast, graph.integers(java.util.List.of(2), 1, -1)), "wav_tts");
    graph.write(pack.resolve("onnx/vocoder.onnx"));

    refused("\"latent\" holds INT64 instead of FLOAT");
  }

  @Test
  void aStyleOfAnotherShapeIsNamed() throws IOException {
    Path file = pack.resolve("voice_styles/B.json");
    Files.writeString(
        file, Files.readString(file).replace("\"dims\": [1, 8, 16]", "\"dims\": [1, 16, 8]"));

    refused("B.json: \"style_dp\" has the shape [1, 16, 8] instead of [1, 8, 16]");
  }

  @Test
  void aStyleWithTooFewNumbersIsNamed() throws IOException {
    Path file = pack.resolve("voice_styles/B.json");
    Files.writeString(file, Files.readString(file).replaceFirst("0.200,", ""));

    refused("B.json: \"style_ttl\" lacks 1 numbers");
  }

  @Test
  void settingsWithoutARateAreNamed() throws IOException {
    Files.writeString(pack.resolve("tts.json"), "{\"ttl\": {\"chunk_compress_factor\": 6}}");

    refused("tts.json has no positive number at /ae/sample_rate");
  }

  @Test
  void otherFilesMakeAnotherVersion() throws IOException {
    String before = version();
    SmallPack.style(pack, "A", .1, 0);

    assertThat(version()).isNotEqualTo(before);
  }

  private String version() {
    try (var engine = open()) {
      return engine.version();
    }
  }

  private SupertonicEngine open() {
    return SupertonicEngine.open(pack, 5, 1);
  }

  private void refused(String message) {
    assertThatThrownBy(this::open)
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining(message);
  }
}
