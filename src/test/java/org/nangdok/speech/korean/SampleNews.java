package org.nangdok.speech.korean;

import java.util.List;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;

/** Sentences of ours in the manner of the news, for measuring voices. */
final class SampleNews {

  static final List<String> SENTENCES =
      List.of(
          "오늘 아침 남해안에는 올가을 들어 가장 짙은 안개가 끼었습니다.",
          "여객선 12척이 포구를 떠나지 못했고, 어민들은 그물을 거두며 날이 개기를 기다렸습니다.",
          "시청은 골목 시장을 살리기 위해 내년 봄까지 주차장 3곳을 새로 짓기로 했습니다.",
          "상인들은 손님이 늘어날 것으로 기대하면서도 공사 기간이 길어질까 걱정하고 있습니다.",
          "과수원에서는 사과 따기가 한창이고, 마을 학교 아이들도 바구니를 들고 나섰습니다.",
          "올해는 비가 잦았지만 볕이 좋아 열매가 크고 달다고 농민들은 말합니다.",
          "철도 공단은 낡은 다리를 고치는 동안 열차가 20분쯤 늦을 수 있다고 밝혔습니다.",
          "불편을 겪는 승객에게는 어떤 대책이 마련되어 있을까요?",
          "도서관은 밤 10시까지 문을 열고 외딴섬에는 책을 실은 배를 보냅니다.",
          "내일은 전국이 맑겠고, 낮 기온은 오늘보다 조금 높겠습니다.");

  private static final KoreanLanguage KOREAN = new KoreanLanguage(VoicesFolder.shipped());

  private SampleNews() {}

  /** One of the sentences as our front-end reads it. */
  static List<Phrase> plan(String sentence) {
    return Prosody.plan(KOREAN.read(sentence));
  }
}
