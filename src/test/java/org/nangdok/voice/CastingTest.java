package org.nangdok.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Gender;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.script.Turn;

class CastingTest {

  private final Catalogue catalogue = Catalogue.read(VoicesFolder.shipped());
  private final Casting casting = Casting.read(VoicesFolder.shipped(), catalogue);

  @Test
  void aVoiceByNameOnlySpeaksForNobodyWhoDoesNotNameIt() {
    Catalogue catalogue = Catalogue.read(VoicesFolder.shipped());
    Voice own = catalogue.get("ko-taesan");
    Voice named =
        new Voice(
            "ko-named", "other", "one", "1", "ko", own.gender(), "Named", "non-free", "test", 0);
    Casting before = Casting.read(VoicesFolder.shipped(), catalogue);
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      turns.add(turn(Speaker.INTERVIEW, "사람" + i));
    }
    Cast cast = before.cast(script("ko", turns), "KBS", Map.of());

    catalogue.replaceInstalled(
        List.of(new InstalledVoice(named, 115, InstalledVoice.BY_NAME_ONLY)));

    Casting after = Casting.read(VoicesFolder.shipped(), catalogue);
    assertThat(after.cast(script("ko", turns), "KBS", Map.of())).isEqualTo(cast);
    assertThat(after.cast(script("ko", turns), "KBS", Map.of("사람3", "ko-named")).turns().get(3))
        .extracting(part -> part.voice().id())
        .isEqualTo("ko-named");
    assertThat(catalogue.voices()).contains(named);
  }

  @Test
  void anchorAndReporterAreClearlyApart() {
    for (String name : List.of("나다솜", "도가온", "마루한", "배나리", "소예솔", "하늘찬")) {
      Cast cast = cast(turn(Speaker.ANCHOR, null), turn(Speaker.REPORTER, name));
      assertThat(catalogue.areApart(voice(cast, 0), voice(cast, 1))).as(name).isTrue();
    }
  }

  @Test
  void installedVoicesComeBeforeThoseOfTheProgramForTheirSex() {
    catalogue.replaceInstalled(
        List.of(
            natural("ko-n-f1", Gender.FEMALE, 3),
            natural("ko-n-f2", Gender.FEMALE, 3),
            natural("ko-n-m1", Gender.MALE, 2)));
    Script script =
        script(
            "ko",
            List.of(
                gendered(Speaker.ANCHOR, "가나다", Gender.FEMALE),
                gendered(Speaker.REPORTER, "라마바", Gender.MALE),
                gendered(Speaker.INTERVIEW, "사아자", Gender.FEMALE)));

    Cast cast = casting.cast(script, "outlet", Map.of());

    assertThat(List.of(voice(cast, 0).id(), voice(cast, 2).id()))
        .containsExactlyInAnyOrder("ko-n-f1", "ko-n-f2");
    assertThat(voice(cast, 1).id()).isEqualTo("ko-n-m1");
  }

  @Test
  void aRemovedVoiceIsNotCastAnyMore() {
    catalogue.replaceInstalled(List.of(natural("ko-n-f1", Gender.FEMALE, 3)));
    catalogue.replaceInstalled(List.of());
    Casting own =
        casting.withSite("outlet", new SiteCasting(Map.of("anchor", "ko-bora"), Map.of()));

    assertThat(
            voice(
                    own.cast(script("ko", List.of(turn(Speaker.ANCHOR, null))), "outlet", Map.of()),
                    0)
                .id())
        .isEqualTo("ko-bora");
    assertThat(catalogue.find("ko-n-f1")).isEmpty();
  }

  private static InstalledVoice natural(String id, Gender gender, int quality) {
    return new InstalledVoice(
        new Voice(id, "tone", id, "1", "ko", gender, id, "none", "none", 0), 150, quality);
  }

  @Test
  void livePartAndReportOfOnePersonShareAVoice() {
    Cast cast =
        cast(
            styled(Speaker.REPORTER, "나다솜", Style.LIVE),
            styled(Speaker.REPORT, "나다솜", Style.PACKAGE));

    assertThat(voice(cast, 0)).isEqualTo(voice(cast, 1));
    assertThat(cast.turns().get(0).delivery()).isNotEqualTo(cast.turns().get(1).delivery());
  }

  @Test
  void neighboursNeverShareAVoiceWhereThereAreEnough() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Turn> turns = new ArrayList<>();
      int people = 2 + random.nextInt(12);
      for (int i = 0; i < 24; i++) {
        int person = random.nextInt(people);
        Speaker speaker = Speaker.values()[person % Speaker.values().length];
        turns.add(turn(speaker, "사람" + (char) ('가' + person)));
      }
      Cast cast = casting.cast(script("ko", turns), "outlet" + round, Map.of());
      long clashes = 0;
      for (int i = 1; i < turns.size(); i++) {
        boolean same = turns.get(i).person().equals(turns.get(i - 1).person());
        clashes += !same && voice(cast, i).equals(voice(cast, i - 1)) ? 1 : 0;
      }
      assertThat(clashes).as("round " + round).isLessThanOrEqualTo(people <= 8 ? 0 : 1);
    }
  }

  @Test
  void theSamePersonHasTheSameVoiceEveryDay() {
    Cast monday = cast(turn(Speaker.ANCHOR, null), turn(Speaker.REPORT, "나다솜"));
    Cast tuesday =
        cast(
            turn(Speaker.ANCHOR, null),
            turn(Speaker.REPORT, "나다솜"),
            turn(Speaker.INTERVIEW, "도가온"));

    assertThat(voice(monday, 1)).isEqualTo(voice(tuesday, 1));
  }

  @Test
  void theStatedSexDecides() {
    Cast cast =
        cast(
            gendered("ㄱ", Gender.FEMALE), gendered("ㄴ", Gender.MALE), gendered("ㄷ", Gender.FEMALE));

    assertThat(voice(cast, 0).gender()).isEqualTo(Gender.FEMALE);
    assertThat(voice(cast, 1).gender()).isEqualTo(Gender.MALE);
    assertThat(voice(cast, 2).gender()).isEqualTo(Gender.FEMALE);
  }

  @Test
  void aWishComesBeforeEverything() {
    List<Turn> turns = List.of(turn(Speaker.ANCHOR, null), turn(Speaker.REPORT, "나다솜"));
    Cast cast =
        casting.cast(script("ko", turns), "KBS", Map.of("anchor", "ko-taesan", "나다솜", "ko-haneul"));

    assertThat(voice(cast, 0).id()).isEqualTo("ko-taesan");
    assertThat(voice(cast, 1).id()).isEqualTo("ko-haneul");
  }

  @Test
  void anUnknownVoiceIsRefused() {
    Script script = script("ko", List.of(turn(Speaker.ANCHOR, null)));

    assertThatThrownBy(() -> casting.cast(script, null, Map.of("anchor", "nobody")))
        .isInstanceOf(VoiceException.class)
        .hasMessage("There is no voice named nobody; GET /api/voices lists them.")
        .extracting("code")
        .isEqualTo("voice.unknown");
  }

  @Test
  void aLanguageWithoutAVoiceIsRefused() {
    Script script = script("ja", List.of(turn(Speaker.ANCHOR, null)));

    assertThatThrownBy(() -> casting.cast(script, null, Map.of()))
        .isInstanceOf(VoiceException.class)
        .hasMessageContaining("en, ko")
        .extracting("code")
        .isEqualTo("voice.no-language");
  }

  @Test
  void englishPeopleHaveVoicesOfTheirOwnWithoutAPack() {
    List<Turn> turns =
        List.of(
            turn(Speaker.ANCHOR, "ANN LEE"),
            turn(Speaker.INTERVIEW, "BO RAY"),
            turn(Speaker.INTERVIEW, "CY MOE"));
    Cast cast = casting.cast(script("en", turns), null, Map.of());

    assertThat(cast.turns().stream().map(part -> part.voice().id())).doesNotHaveDuplicates();
    assertThat(cast.turns()).allMatch(part -> part.voice().engine().equals("mary"));
  }

  @Test
  void aSitesOwnCastingIsFollowedAndComesBackFromItsFile() {
    SiteCasting own = new SiteCasting(Map.of("anchor", "ko-taesan"), Map.of("나다솜", "ko-narae"));
    Casting changed = casting.withSite("별빛방송", own);
    List<Turn> turns = List.of(turn(Speaker.ANCHOR, null), turn(Speaker.REPORT, "나다솜"));
    Cast cast = changed.cast(script("ko", turns), "별빛방송", Map.of());

    assertThat(voice(cast, 0).id()).isEqualTo("ko-taesan");
    assertThat(voice(cast, 1).id()).isEqualTo("ko-narae");
    assertThat(own.yaml()).contains("\"나다솜\": \"ko-narae\"");
    assertThat(changed.site("별빛방송")).isEqualTo(own);
    assertThat(casting.site("별빛방송")).isEqualTo(SiteCasting.NONE);
  }

  @Test
  void pausesFollowTheStructure() {
    Cast cast =
        cast(
            new Turn(Speaker.NARRATOR, null, "headline", null, null, "narrator", pieces("새 다리")),
            turn(Speaker.ANCHOR, null),
            turn(Speaker.REPORT, "나다솜"),
            turn(Speaker.INTERVIEW, "도가온"),
            turn(Speaker.REPORT, "나다솜"));

    assertThat(cast.turns().get(0).pauseAfter()).isEqualTo(cast.pauses().headline());
    assertThat(cast.turns().get(1).pauseAfter()).isEqualTo(cast.pauses().speaker());
    assertThat(cast.turns().get(3).pauseAfter()).isEqualTo(cast.pauses().interview());
    assertThat(cast.turns().get(4).pauseAfter()).isZero();
  }

  @Test
  void theCatalogueHasEightKoreanVoicesAndAnEnglishOne() {
    assertThat(catalogue.speaking("ko-KR")).hasSize(8).allMatch(v -> v.engine().equals("recorded"));
    assertThat(catalogue.get("en-slt").engineVoice()).isEqualTo("cmu-slt-hsmm");
    assertThat(catalogue.voices()).allMatch(v -> !v.licence().isEmpty() && !v.source().isEmpty());
  }

  private Cast cast(Turn... turns) {
    return casting.cast(script("ko", List.of(turns)), "별빛방송", Map.of());
  }

  private static Script script(String language, List<Turn> turns) {
    return new Script(language, turns, List.of(), List.of(), List.of());
  }

  private static Voice voice(Cast cast, int turn) {
    return cast.turns().get(turn).voice();
  }

  private static Turn turn(Speaker speaker, @Nullable String name) {
    return new Turn(
        speaker, name, null, null, null, name == null ? speaker.code() : name, pieces("말씀"));
  }

  private static Turn styled(Speaker speaker, String name, Style style) {
    return new Turn(speaker, name, null, style, null, name, pieces("말씀"));
  }

  private static Turn gendered(String name, Gender gender) {
    return gendered(Speaker.INTERVIEW, name, gender);
  }

  private static Turn gendered(Speaker speaker, String name, Gender gender) {
    return new Turn(speaker, name, null, null, gender, name, pieces("말씀"));
  }

  private static List<Piece> pieces(String text) {
    return List.of(new Piece(0, text));
  }
}
