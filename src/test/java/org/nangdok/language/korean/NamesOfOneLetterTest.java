package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.VoicesFolder;

/** One capital and one figure: a name, or a place that is counted. */
class NamesOfOneLetterTest {

  private static final KoreanLanguage KOREAN = new KoreanLanguage(VoicesFolder.shipped());

  @ParameterizedTest
  @CsvSource({
    "A4 용지 두 장, 에이포 용지 두 장",
    "B5 크기의 책, 비파이브 크기의 책",
    "M2 통화량이 늘었다, 엠투 통화량이 늘었다",
    "F1 대회가 열린다, 에프원 대회가 열린다",
    "E7 비자를 받았다, 이세븐 비자를 받았다",
    "주차장 B1층, 주차장 비일 층",
    "A2블록 분양, 에이이 블록 분양",
    "C3 구역에서, 시삼 구역에서",
    "B12 결핍, 비십이 결핍",
    "F-5 전투기, 에프오 전투기",
  })
  void areSaidInEnglishUnlessTheyCount(String written, String spoken) {
    assertThat(KOREAN.read(written).spoken().replace(" ", "")).isEqualTo(spoken.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "3·1절 기념식, 사밀쩔 기념식",
    "3.1절을 맞아, 사밀쩌를 마자",
    "6·25 전쟁, 유기오 전쟁",
    "신을 신고 나갔다, 시늘 신꼬 나갇따",
    "경찰에 신고 전화가, 경차레 신고 전화가",
  })
  void daysAndShoesSoundAsTheyAreMeant(String written, String heard) {
    assertThat(KOREAN.read(written).pronounced().replace(" ", "")).isEqualTo(heard.replace(" ", ""));
  }
}
