package org.nangdok.speech.espeak;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Engine;
import org.nangdok.speech.KoreanEngineContract;

class EspeakEngineTest extends KoreanEngineContract {

  @TempDir static Path data;

  private static EspeakEngine engine;

  @BeforeAll
  static void open() {
    engine = EspeakEngine.open(data, VoicesFolder.shipped());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Override
  protected String engineVoice() {
    return "finm1";
  }

  @Override
  protected List<String> oddWords() {
    return List.of(
        "ㅋㅋㅋ",
        "]]",
        "[[_::]]",
        "<mark/>",
        "&amp;",
        "\0",
        "\ud800",
        "😀",
        "뷁뛟",
        "a",
        "가".repeat(300));
  }
}
