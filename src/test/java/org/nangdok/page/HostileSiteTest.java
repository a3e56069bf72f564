package org.nangdok.page;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.hostile.HostileSite;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Rows 14 and 38-60 of the abuse table: sites that answer badly, slowly, too much or not at all.
 */
class HostileSiteTest {

  private static final HostileSite site = HostileSite.start();
  private HttpPageFetcher fetcher = site.fetcher(site.settings());

  @BeforeAll
  static void start() {
    site.server().resetRequests();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @AfterEach
  void close() {
    fetcher.close();
    assertThat(site.privateSite().connections()).as("visits to the private site").isZero();
  }

  private void limited(FetchSettings settings) {
    fetcher.close();
    fetcher = site.fetcher(settings);
  }

  private PageException refusal(String address) {
    return catchThrowableOfType(PageException.class, () -> fetcher.fetch(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/article", "/gzip", "/deflate", "/raw-deflate", "/xhtml"})
  void fetchesAnOrdinaryPage(String path) {
    Page page = fetcher.fetch(site.http(path));

    assertThat(page.html()).contains("새 다리가 열렸습니다.");
    assertThat(page.address()).hasToString(site.http(path));
  }

  @Test
  void namesItselfAndSendsNothingElseOfItsUser() {
    fetcher.close();
    fetcher = site.fetcher(site.settings().withContact("https://reader.test/about"));
    site.server().resetRequests();
    fetcher.fetch(site.http("/article"));

    var headers = site.requests("/article").getFirst().getHeaders();
    assertThat(headers.getHeader("User-Agent").firstValue())
        .contains("Nangdok/", "+https://reader.test/about");
    assertThat(headers.keys())
        .extracting(String::toLowerCase)
        .isSubsetOf(
            "host", "user-agent", "accept", "accept-language", "accept-encoding", "connection");
  }

  @Test
  void row14SendsEncodedLineBreaksAsTheyAre() {
    fetcher.fetch(site.raw("/%0d%0aX-Evil:1"));

    String request = site.rawSite().requests().getLast();
    assertThat(request).startsWith("GET /%0d%0aX-Evil:1 HTTP/1.1\r\n");
    assertThat(request.lines().filter(line -> line.startsWith("X-Evil"))).isEmpty();
  }

  @Test
  void row38RefusesNamesThatLeadInside() {
    site.names().answer("inside.test", "127.0.0.2");

    assertThat(refusal(inside("inside.test")).code()).isEqualTo("page.blocked-address");
  }

  @Test
  void row39RefusesMixedAnswers() {
    site.names().answer("mixed.test", "127.0.0.1", "127.0.0.2");

    assertThat(refusal(inside("mixed.test")).code()).isEqualTo("page.blocked-address");
  }

  @Test
  void row40ConnectsToTheAddressThatWasChecked() {
    site.names().answer("rebinding.test", "127.0.0.1").answer("rebinding.test", "127.0.0.2");

    Page page = fetcher.fetch(site.raw("/raw").replace("news.test", "rebinding.test"));
    assertThat(page.html()).contains("A raw page.");
    assertThat(site.names().questions("rebinding.test")).isEqualTo(1);

    assertThat(refusal(inside("rebinding.test")).code()).isEqualTo("page.blocked-address");
  }

  @Test
  void asksTheGuardAboutLiteralsToo() {
    String literal = "http://127.0.0.2:" + site.privateSite().port() + "/";

    assertThat(refusal(literal).code()).isEqualTo("page.blocked-address");
    assertThat(fetcher.fetch("http://127.0.0.1:" + site.port() + "/article").html()).contains("다리");
  }

  private String inside(String name) {
    return "http://" + name + ":" + site.privateSite().port() + "/";
  }

  @ParameterizedTest(name = "row {0}: {1} is {2}")
  @MethodSource
  void refusesTheAnswer(int row, String path, String code, String sentence) {
    PageException refusal = refusal(site.http(path));

    assertThat(refusal).as("row %d", row).isNotNull();
    assertThat(refusal.code()).isEqualTo("page." + code);
    assertThat(refusal.sentence()).isEqualTo(sentence);
  }

  static Stream<Arguments> refusesTheAnswer() {
    String cannot = "The site redirected to an address that cannot be read.";
    String often = "The site redirected more than 5 times.";
    String large = "The page is larger than 5 MB.";
    String encoding = "The page came in an encoding that is not supported.";
    String off = "The site broke off its answer.";
    return Stream.of(
        Arguments.of(
            43,
            "/to-private-literal",
            "blocked-address",
            "This address is not on the public internet."),
        Arguments.of(44, "/to-file", "bad-redirect", cannot),
        Arguments.of(46, "/loop", "too-many-redirects", often),
        Arguments.of(46, "/hops/6", "too-many-redirects", often),
        Arguments.of(47, "/no-location", "bad-redirect", cannot),
        Arguments.of(47, "/to-user", "bad-redirect", cannot),
        Arguments.of(47, "/to-port", "bad-redirect", cannot),
        Arguments.of(49, "/six-megabytes", "too-large", large),
        Arguments.of(51, "/gzip-bomb", "too-large", large),
        Arguments.of(52, "/gzip-twice", "bad-encoding", encoding),
        Arguments.of(52, "/zstd", "bad-encoding", encoding),
        Arguments.of(52, "/not-gzip", "bad-encoding", encoding),
        Arguments.of(55, "/reset", "broken", off),
        Arguments.of(55, "/empty-answer", "broken", off),
        Arguments.of(55, "/random-data", "broken", off),
        Arguments.of(57, "/image", "not-html", "This address is not a web page (image/png)."),
        Arguments.of(57, "/pdf", "not-html", "This address is not a web page (application/pdf)."),
        Arguments.of(
            57, "/no-type", "not-html", "This address is not a web page (it names no type)."));
  }

  @ParameterizedTest(name = "row {0}: {1} is {2}")
  @CsvSource({
    "47, /folded-location, bad-redirect",
    "47, /bare-return-location, bad-redirect",
    "50, /endless, too-large",
    "55, /truncated, broken",
    "55, /truncated-chunk, broken",
    "55, /bad-chunk, broken",
    "55, /empty, broken",
    "55, /garbage, broken",
    "56, /big-head, broken",
    "56, /big-line, broken",
    "56, /medium-head, broken",
  })
  void refusesWhatNoHttpServerWouldSend(int row, String path, String code) {
    PageException refusal = refusal(site.raw(path));

    assertThat(refusal).as("row %d", row).isNotNull();
    assertThat(refusal.code()).isEqualTo("page." + code);
  }

  @ParameterizedTest(name = "rows 53 and 54: {0} ends at the total deadline")
  @ValueSource(strings = {"/silent", "/drip", "/drip-head", "/informational"})
  void endsSlowAnswersAtTheDeadline(String path) {
    limited(site.settings().withTotal(Duration.ofMillis(300)));
    long start = System.nanoTime();

    PageException refusal = refusal(site.raw(path));

    assertThat(refusal.code()).isEqualTo("page.timeout");
    assertThat(refusal.sentence()).isEqualTo("The site took longer than 300 milliseconds.");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(290), Duration.ofSeconds(3));
  }

  @Test
  void saysTheDeadlineInSeconds() {
    assertThat(PageException.timeout(FetchSettings.defaults().total()).sentence())
        .isEqualTo("The site took longer than 15 seconds.");
  }

  @Test
  void row45FollowsFromTlsToPlainHttp() {
    site.server().stubFor(get("/downgrade").willReturn(temporaryRedirect(site.http("/article"))));

    assertThat(fetcher.fetch(site.https("/downgrade")).address())
        .hasToString(site.http("/article"));
  }

  @Test
  void followsFiveRedirects() {
    assertThat(fetcher.fetch(site.http("/hops/5")).address()).hasToString(site.http("/article"));
  }

  @Test
  void readsRawKoreanInARedirectAsUtf8() {
    assertThat(fetcher.fetch(site.raw("/korean-location")).address())
        .hasToString(site.raw("/%EB%8B%A4%EB%A6%AC/%EA%B8%B0%EC%82%AC"));
  }

  @Test
  void followsAQuickRefreshToAnotherPage() {
    assertThat(fetcher.fetch(site.http("/refresh")).address()).hasToString(site.http("/article"));
  }

  @ParameterizedTest(name = "row 48: {0} is read where it is")
  @ValueSource(
      strings = {
        "/refresh-late",
        "/refresh-self",
        "/refresh-private",
        "/refresh-missing",
        "/base-and-canonical-private"
      })
  void row48StaysOnThePage(String path) {
    assertThat(fetcher.fetch(site.http(path)).address()).hasToString(site.http(path));
  }

  @Test
  void endsALoopOfRefreshes() {
    assertThat(fetcher.fetch(site.http("/refresh-loop")).html()).contains("http-equiv=refresh");
  }

  @ParameterizedTest(name = "row 58: {0}")
  @ValueSource(strings = {"/charset/unknown", "/charset/utf-7"})
  void row58ReadsPagesWithOddCharsets(String path) {
    assertThat(fetcher.fetch(site.http(path)).html()).startsWith("<p>");
  }

  @ParameterizedTest(name = "row 59: the site answers {0}")
  @ValueSource(ints = {204, 206, 300, 401, 403, 404, 410, 429, 500, 503})
  void row59SaysWhatTheSiteAnswered(int status) {
    PageException refusal = refusal(site.http("/status/" + status));

    assertThat(refusal.code()).isEqualTo("page.site-status");
    assertThat(refusal.sentence()).isEqualTo("The site answered " + status + ".");
    assertThat(refusal.members()).isEqualTo(Map.of("upstreamStatus", status));
  }

  @Test
  void row60RefusesCertificatesItCannotCheck() {
    assertThat(fetcher.fetch(site.https("/article")).html()).contains("다리");

    site.names().answer("other.test", "127.0.0.1");
    String otherName = site.https("/article").replace("news.test", "other.test");
    assertThat(refusal(otherName).code()).isEqualTo("page.tls");

    fetcher.close();
    fetcher = new HttpPageFetcher(site.settings(), site.names(), HttpPageFetcher.usualTrust());
    assertThat(refusal(site.https("/article")).code()).isEqualTo("page.tls");
    assertThat(refusal(site.http("/article").replace("http:", "https:")).code())
        .isEqualTo("page.tls");
  }

  @Test
  void saysThatNothingListens() {
    FetchSettings settings =
        site.settings().withReach(Set.of(1), InetAddressFilter.of("127.0.0.1"));
    limited(settings);

    PageException refusal = refusal("http://news.test:1/");

    assertThat(refusal.code()).isEqualTo("page.broken");
    assertThat(refusal.sentence()).isEqualTo("The site does not accept connections.");
  }
}
