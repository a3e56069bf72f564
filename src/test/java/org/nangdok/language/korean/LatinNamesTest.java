package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;

/** Names in Latin letters: one capital and one figure, people; and days that are names. */
class LatinNamesTest {

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
    "USB3.1을 쓴다, 유에스비삼점일을 쓴다",
    "v2.0을 낸다, 브이이점영을 낸다",
    "ios9.3.2로 바꾼다, 아이오에스구점삼점이로 바꾼다",
    "여름이다. WTO2. 가을이다, 여름이다 더블유티오이 가을이다",
  })
  void areSaidInEnglishUnlessTheyCount(String written, String spoken) {
    assertThat(KOREAN.read(written).spoken().replace(" ", "")).isEqualTo(spoken.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Kim Minjae 선수가, 김민재 선수가",
    "Lee Junho 씨는, 이준호 씨는",
    "Choi Suji의 노래, 최수지의 노래",
    "Kim Min-jae 선수가, 김민재 선수가",
  })
  void peopleInLatinLettersAreCalledByTheirNames(String written, String spoken) {
    assertThat(KOREAN.read(written).spoken().replace(" ", "")).isEqualTo(spoken.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Han Solo 역을", "Kim Possible 방영", "Park Avenue 거리"})
  void englishWordsBehindASurnameStayEnglish(String written) {
    String name = written.split(" ")[1];

    assertThat(KOREAN.read(written).spoken()).contains(KOREAN.read(name).spoken());
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
    assertThat(KOREAN.read(written).pronounced().replace(" ", ""))
        .isEqualTo(heard.replace(" ", ""));
  }
}
