package org.nangdok.speech;

/** What every engine promises, heard on Korean as it is pronounced. */
public abstract class KoreanEngineContract extends EngineContract {

  @Override
  protected String sentence() {
    return "강변 공워네| 나무 천 그루를 심는 행사가 열렫씀니다";
  }

  @Override
  protected String otherSentence() {
    return "기상청은 모레 밤부터 전구게 비가 내리겓따고 내다봗씀니다";
  }
}
