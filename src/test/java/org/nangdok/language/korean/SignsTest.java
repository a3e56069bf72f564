package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Reading;
import org.nangdok.language.Unspoken;
import org.nangdok.language.lexicon.TsvFile;

/** Signs, Chinese characters, kana and other scripts in Korean sentences. */
class SignsTest {

  private static final VoicesFolder VOICES = VoicesFolder.shipped();
  private static final KoreanLanguage KOREAN = new KoreanLanguage(VOICES);

  @Test
  void everySignIsReadAsItsExampleSays() {
    for (TsvFile.Row row : TsvFile.open(VOICES, "lexicon/ko/signs.tsv").rows()) {
      assertThat(spoken(row.field(3)))
          .as(row.field(0) + " " + row.field(1))
          .isEqualTo(row.field(4).replace(" ", ""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "그가 어제 訪日했다|그가어제방일했다",
        "물가 急騰|물가급등",
        "8月 15日|팔월십오일",
        "第2次 회의|제이차회의",
        "10日 美 의회에서|십일미국의회에서",
        "反기업 정서|반기업정서",
        "女性과 老人|여성과노인",
        "不動産과 不可|부동산과불가",
        "十月의 밤|시월의밤",
        "习近平 주석|습근평주석",
        "도쿄(東京)로 갔다|도쿄로갔다",
        "반(反)정부 시위|반정부시위",
        "브라운(美) 선수|브라운미국선수",
        "강하나(姜河娜·1990~)은|강하나천구백구십은",
        "故(고) 한별 씨|고한별씨",
        "'さくら'가 피었다|사쿠라가피었다",
        "'トマト'를 샀다|도마토를샀다",
        "'Москва'에서|모스크바에서",
        "'Ελλάδα'의 섬|엘라다의섬",
        "'नमस्ते'라고|나마스테라고",
        "São Paulo의 거리|상파울루의거리",
        "x²+y²|엑스의제곱플러스와이의제곱",
        "10⁶개|십의육제곱개",
        "5km² 넓이|오제곱킬로미터넓이",
        "H₂O 분자|에이치투오분자",
        "ㄱㄴㄷ 순서|기역니은디귿순서",
        "2½컵|이와이분의일컵",
        "㉠과 ⑫|기역과십이",
        "５０㎏|오십킬로그램",
        "٣٤ 번|삼십사번",
        "𝐀𝐁 등급|에이비등급",
        "㍿ 하늘|주식회사하늘"
      })
  void readsWhatIsNotHangul(String written, String spoken) {
    Reading reading = KOREAN.read(written);

    assertThat(reading.spoken().replace(" ", "")).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "도쿄(東京)로 갔다|GLOSS|東京",
        "웃겨 ㅋㅋㅋ|EMOTICON|ㅋㅋㅋ",
        "좋아요 🙂|EMOJI|🙂",
        "밝혔다.²|FOOTNOTE|²",
        "ⓒ하늘일보|MARK|ⓒ",
        "끝 𖼀|NO_READING|𖼀"
      })
  void listsWhatIsNotRead(String written, Unspoken.Reason reason, String part) {
    assertThat(KOREAN.read(written).unspoken())
        .singleElement()
        .satisfies(
            unspoken -> {
              assertThat(unspoken.reason()).isEqualTo(reason);
              assertThat(unspoken.of(written)).isEqualTo(part);
            });
  }

  @ParameterizedTest
  @CsvSource({"▲10일 개막 ▲12일 폐막", "홈 > 정치 > 국회", "<1부> 시작", "── 끝 ──", "★★ 별빛"})
  void ornamentsAreNeitherReadNorListed(String written) {
    Reading reading = KOREAN.read(written);

    assertThat(reading.unspoken()).allMatch(one -> one.of(written).equals("▲"));
    assertThat(reading.spoken()).doesNotContain("상승", "크다", "미만");
  }

  @Test
  void aUsersWordOutranksASign() {
    var words = org.nangdok.language.lexicon.UserLexicon.ofTsv("own.tsv", "訪日\t일본 방문\n→\t다음은\n");

    assertThat(KOREAN.with(words).read("訪日 → 귀국").spoken()).isEqualTo("일본 방문 다음은 귀국");
  }

  private static String spoken(String written) {
    return KOREAN.read(written).spoken().replace(" ", "");
  }
}
