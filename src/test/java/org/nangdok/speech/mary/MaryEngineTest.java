package org.nangdok.speech.mary;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.nangdok.speech.Engine;
import org.nangdok.speech.EngineContract;

class MaryEngineTest extends EngineContract {

  private static MaryEngine engine;

  @BeforeAll
  static void start() {
    engine = new MaryEngine();
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Override
  protected String engineVoice() {
    return "cmu-slt-hsmm";
  }

  @Override
  protected String sentence() {
    return "The council| will plant a thousand trees along the river";
  }

  @Override
  protected String otherSentence() {
    return "Rain is expected in most parts of the country on Tuesday";
  }

  @Override
  protected List<String> oddWords() {
    return List.of(
        "가나다",
        "<voice",
        "&lt;",
        "\0",
        "\ud800",
        "😀",
        "naïve",
        "don’t",
        "BBC",
        "x".repeat(50),
        "--",
        "o'");
  }
}
