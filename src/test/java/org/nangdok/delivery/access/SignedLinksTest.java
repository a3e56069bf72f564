package org.nangdok.delivery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.key.Key;
import org.nangdok.key.KeyFile;
import org.nangdok.key.Scope;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

class SignedLinksTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:10:00Z");
  private static final AccessSettings KEYS =
      new AccessSettings(AccessMode.KEYS, Duration.ofHours(12));

  @TempDir Path data;
  private KeyFile keys;
  private Key key;

  @BeforeEach
  void aReaderAsks() {
    keys = KeyFile.in(data);
    key = keys.create("a reader", Scope.READ, List.of()).key();
    SecurityContextHolder.getContext().setAuthentication(new KeyAuthentication(key));
  }

  @AfterEach
  void nobodyAsks() {
    SecurityContextHolder.clearContext();
  }

  private SignedLinks at(Instant time) {
    return new SignedLinks(KEYS, keys, Clock.fixed(time, ZoneOffset.UTC));
  }

  private static MockHttpServletRequest request(String method, String link) {
    var address = UriComponentsBuilder.fromUriString(link).build();
    var request = new MockHttpServletRequest(method, String.valueOf(address.getPath()));
    address
        .getQueryParams()
        .forEach((name, values) -> request.setParameter(name, values.getFirst()));
    return request;
  }

  private boolean isGood(String link, Instant time) {
    try {
      return at(time).prove(request("GET", link)).key().equals(key);
    } catch (RefusedException e) {
      assertThat(e.refusal().code()).isEqualTo("auth.bad-signature");
      assertThat(e.refusal().status().value()).isEqualTo(403);
      return false;
    }
  }

  @Test
  void aLinkIsGoodUntilItExpires() {
    String link = at(NOON).sign("/feeds/news.xml");

    assertThat(isGood(link, NOON)).isTrue();
    assertThat(isGood(link, NOON.plus(Duration.ofHours(12)))).isTrue();
    assertThat(isGood(link, NOON.plus(Duration.ofHours(13)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/clips/a.mp3,/clips/b.mp3",
    "/api/readings/one/audio.mp3,/api/readings/two/audio.mp3",
    "/feeds/news.xml,/feeds/other.xml",
    "/r/one,/r/two",
    "/r/one,/clips/a.mp3",
    "/api/readings/one,/api/readings/one2"
  })
  void row89AChangedLinkIsNot(String signed, String used) {
    String link = at(NOON).sign(signed);

    assertThat(isGood(link, NOON)).isTrue();
    assertThat(isGood(link.replace(signed, used), NOON)).isFalse();
    assertThat(isGood(link.replaceAll("expires=\\d+", "expires=1999999999"), NOON)).isFalse();
    assertThat(isGood(link.replaceAll("expires=\\d+", "expires=x"), NOON)).isFalse();
    assertThat(isGood(link.replaceAll("expires=\\d+&", ""), NOON)).isFalse();
    char first = link.charAt(link.indexOf("signature=") + "signature=".length());
    String forged = "signature=" + (first == 'A' ? 'B' : 'A');
    assertThat(isGood(link.replaceAll("signature=.", forged), NOON)).isFalse();
    assertThat(isGood(link.replaceAll("key=[^&]+", "key=aaaaaaaaaa"), NOON)).isFalse();
    Key other = keys.create("another", Scope.READ, List.of()).key();
    assertThat(isGood(link.replace(key.id(), other.id()), NOON)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/r/one",
        "/embed/one",
        "/api/readings/one",
        "/api/readings/one/events",
        "/api/readings/one/audio.mp3",
        "/api/readings/one/transcript.vtt"
      })
  void aLinkToAReadingIsGoodForAllOfIt(String path) {
    String link = at(NOON).sign("/r/one");

    assertThat(isGood(link.replace("/r/one", path), NOON)).isTrue();
  }

  @Test
  void whoCameByALinkHandsOnNoMoreThanItsTime() {
    String link = at(NOON).sign("/r/one");
    Instant later = NOON.plus(Duration.ofHours(11));
    SecurityContextHolder.getContext().setAuthentication(at(later).prove(request("GET", link)));

    String clip = at(later).sign("/clips/a.mp3");

    assertThat(isGood(clip, later)).isTrue();
    assertThat(isGood(clip, NOON.plus(Duration.ofHours(13)))).isFalse();
  }

  @Test
  void aRevokedKeyEndsItsLinks() {
    String link = at(NOON).sign("/r/one");
    keys.revoke(key.id());

    assertThat(isGood(link, NOON)).isFalse();
  }

  @Test
  void aLinkIsForReadingOnly() {
    String link = at(NOON).sign("/api/readings/one");

    assertThat(at(NOON).claims(request("HEAD", link))).isTrue();
    assertThat(at(NOON).claims(request("POST", link))).isFalse();
    assertThat(at(NOON).claims(request("GET", "/api/readings/one"))).isFalse();
  }

  @Test
  void addressesStayAsTheyAreWhereNobodyNeedsAKey() {
    var open =
        new SignedLinks(
            new AccessSettings(AccessMode.OPEN, Duration.ofHours(1)), keys, Clock.systemUTC());

    assertThat(open.sign("/r/one")).isEqualTo("/r/one");
    SecurityContextHolder.clearContext();
    assertThat(at(NOON).sign("/r/one")).isEqualTo("/r/one");
    assertThat(at(NOON).sign("/r/one", Duration.ofDays(1))).isEqualTo("/r/one");
  }

  @Test
  void aQueryIsKeptAndAnAddressStaysTheSameForAWhile() {
    assertThat(at(NOON).sign("/api/readings/one/audio.mp3?download"))
        .startsWith("/api/readings/one/audio.mp3?download&key=");
    assertThat(at(NOON).sign("/r/one")).isEqualTo(at(NOON.plusSeconds(600)).sign("/r/one"));
  }

  @Test
  void linksThatWouldNeverBeGoodAreNoSetting() {
    assertThatThrownBy(() -> new AccessSettings(AccessMode.KEYS, Duration.ZERO))
        .hasMessageContaining("nangdok.web.link-life");
  }

  @Test
  void aClockThatWasAheadForAWhileSpoilsNoLink() {
    String link = at(NOON).sign("/api/readings/abc");
    var request = request("GET", link);

    assertThatThrownBy(() -> at(NOON.plus(Duration.ofDays(3))).prove(request))
        .isInstanceOf(RefusedException.class);
    assertThat(at(NOON).prove(request).key().id()).isEqualTo(key.id());
    assertThat(at(NOON.minus(Duration.ofDays(3))).prove(request).key().id()).isEqualTo(key.id());
  }
}
