package org.nangdok.speech.mbrola;

import java.util.List;
import org.nangdok.speech.EngineContract;

/** What the engine promises, whatever program stands behind it. */
abstract class KoreanDiphonesContract extends EngineContract {

  @Override
  protected String engineVoice() {
    return MbrolaEngine.VOICE;
  }

  @Override
  protected String sentence() {
    return "강변 공워네| 나무 천 그루를 심는 행사가 열렫씀니다";
  }

  @Override
  protected String otherSentence() {
    return "기상청은 모레 밤부터 전구게 비가 내리겓따고 내다봗씀니다";
  }

  @Override
  protected List<String> oddWords() {
    return List.of("ㅋㅋㅋ", "_ 99999999", ";x", "\0", "\ud800", "😀", "뷁뛟", "a", "가".repeat(300));
  }
}
