package org.nangdok.speech.mbrola;

import java.util.List;
import org.nangdok.speech.KoreanEngineContract;

/** What the engine promises, whatever program stands behind it. */
abstract class KoreanDiphonesContract extends KoreanEngineContract {

  @Override
  protected String engineVoice() {
    return MbrolaEngine.VOICE;
  }

  @Override
  protected List<String> oddWords() {
    return List.of("ㅋㅋㅋ", "_ 99999999", ";x", "\0", "\ud800", "😀", "뷁뛟", "a", "가".repeat(300));
  }
}
