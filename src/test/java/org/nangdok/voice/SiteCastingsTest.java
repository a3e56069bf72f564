package org.nangdok.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.problem.ProblemException;

class SiteCastingsTest {

  private static final VoicesFolder SHIPPED = VoicesFolder.shipped();
  private static final SiteCasting OWN =
      new SiteCasting(Map.of("anchor", "ko-taesan"), Map.of("나다솜", "ko-narae"));

  @TempDir Path folder;

  @Test
  void whatIsDecidedForAHostComesBackAndLeavesOthersAlone() throws Exception {
    SiteCastings castings = open();
    castings.put("News.Example.com", OWN);

    SiteCastings again = open();

    assertThat(again.of("news.example.com")).isEqualTo(OWN);
    assertThat(again.of("other.example.com")).isEqualTo(SiteCasting.NONE);
    assertThat(again.sites()).containsExactly("news.example.com");
    try (var files = Files.list(folder)) {
      assertThat(files)
          .extracting(f -> f.getFileName().toString())
          .containsExactly("news.example.com.yaml");
    }
  }

  @Test
  void aHostStandsForTheHostsUnderItAndForAnOutletOfItsName() {
    SiteCastings castings = open();
    castings.put("example.com", OWN);

    assertThat(castings.now().decided(null, "m.news.example.com")).isEqualTo(OWN);
    assertThat(castings.now().decided("별빛방송", "www.example.com")).isEqualTo(OWN);
    assertThat(castings.now().decided("Example.com", null)).isEqualTo(OWN);
    assertThat(castings.now().decided(null, "example.com.evil.org")).isEqualTo(SiteCasting.NONE);
    assertThat(castings.now().decided(null, null)).isEqualTo(SiteCasting.NONE);
  }

  @Test
  void whatIsForgottenIsGoneAfterwardsToo() {
    SiteCastings castings = open();
    castings.put("example.com", OWN);

    assertThat(castings.remove("EXAMPLE.com")).isTrue();
    assertThat(castings.remove("example.com")).isFalse();
    assertThat(open().sites()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "../up",
        "a/b",
        "a\\b",
        "..%2fup",
        "a..b",
        "-a.com",
        "a-.com",
        "a b",
        "별빛.kr",
        "a.com:80",
        "con\u0000.com",
        "$(id)"
      })
  void aNameThatIsNoHostsIsRefused(String site) {
    SiteCastings castings = open();
    assertThatThrownBy(() -> castings.put(site, OWN))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("voice.bad-site"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWrongCastingIsRefusedAndChangesNothing() {
    SiteCastings castings = open();
    castings.put("example.com", OWN);

    refused(castings, new SiteCasting(Map.of("anchor", "ko-nobody"), Map.of()), "voice.unknown");
    refused(castings, new SiteCasting(Map.of("boss", "ko-bora"), Map.of()), "voice.bad-role");
    refused(castings, new SiteCasting(Map.of(), Map.of("a\nb", "ko-bora")), "voice.bad-casting");
    assertThat(castings.of("example.com")).isEqualTo(OWN);
    assertThat(open().of("example.com")).isEqualTo(OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- a", "roles: [a]", "roles: {anchor: [x]}", "{", "other: {}", "roles: 3"})
  void whatIsNoCastingIsRefused(String yaml) {
    assertThatThrownBy(() -> SiteCasting.parse(yaml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("voice.bad-casting"));
  }

  @Test
  void aCastingIsReadAsItIsWritten() {
    SiteCasting casting =
        new SiteCasting(Map.of("anchor", "ko-bora"), Map.of("A \"B\" \\ : #", "ko-sora"));

    assertThat(SiteCasting.parse(casting.yaml().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(casting);
    assertThat(SiteCasting.parse(new byte[0])).isEqualTo(SiteCasting.NONE);
  }

  @Test
  void aSitesVoiceIsTriedFirst() {
    SiteCastings castings = open();
    castings.put("example.com", OWN);

    var voices = castings.preferred(castings.of("example.com"));

    assertThat(first(voices, "ko")).startsWith("ko-taesan").hasSizeGreaterThan(1);
    assertThat(first(voices, "en")).doesNotContain("ko-taesan");
  }

  private static List<String> first(
      Map<String, Map<String, List<String>>> voices, String language) {
    return voices.getOrDefault(language, Map.of()).getOrDefault("anchor", List.of());
  }

  private static void refused(SiteCastings castings, SiteCasting casting, String code) {
    assertThatThrownBy(() -> castings.put("example.com", casting))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private SiteCastings open() {
    return SiteCastings.open(folder, Casting.read(SHIPPED, Catalogue.read(SHIPPED)));
  }
}
