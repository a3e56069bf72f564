package org.nangdok.page;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.hostile.HostileSite;

/** What the fetcher spares the sites it visits, and what it never shares between its users. */
class ConsiderateFetchingTest {

  private static final HostileSite site = HostileSite.start();
  private final HttpPageFetcher fetcher = site.fetcher(site.settings());

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void forget() {
    site.server().resetRequests();
  }

  @AfterEach
  void close() {
    fetcher.close();
  }

  @Test
  void asksAgainOnlyOnCondition() {
    Page first = fetcher.fetch(site.http("/etag"));
    Page second = fetcher.fetch(site.http("/etag"));

    assertThat(second).isSameAs(first);
    assertThat(site.requests("/etag")).hasSize(2);
    assertThat(site.requests("/etag").getLast().getHeader("If-None-Match")).isEqualTo("\"one\"");
  }

  @Test
  void doesNotAskAgainForWhatIsFresh() {
    Page first = fetcher.fetch(site.http("/fresh"));

    assertThat(fetcher.fetch(site.http("/fresh"))).isSameAs(first);
    assertThat(site.requests("/fresh")).hasSize(1);
  }

  @Test
  void knowsUnchangedContentByItsHash() {
    Page first = fetcher.fetch(site.http("/unsaid"));

    assertThat(fetcher.fetch(site.http("/unsaid"))).isSameAs(first);
    assertThat(site.requests("/unsaid")).hasSize(2);
  }

  @ParameterizedTest(name = "{0} is neither kept nor asked for by condition")
  @ValueSource(strings = {"/private", "/no-store", "/cookie", "/vary-all"})
  void neverSharesPrivateAnswers(String path) {
    Page first = fetcher.fetch(site.http(path));
    Page second = fetcher.fetch(site.http(path));

    assertThat(second).isNotSameAs(first);
    assertThat(site.requests(path)).hasSize(2);
    assertThat(site.requests(path).getLast().containsHeader("If-None-Match")).isFalse();
    assertThat(site.requests(path).getLast().containsHeader("Cookie")).isFalse();
  }

  @Test
  void forgetsAPageThatBecomesPrivate() {
    answer("/turns", okForContentType("text/html", "<p>a").withHeader("Cache-Control", "no-cache"));
    Page open = fetcher.fetch(site.http("/turns"));
    answer("/turns", okForContentType("text/html", "<p>a").withHeader("Cache-Control", "private"));
    Page closed = fetcher.fetch(site.http("/turns"));

    assertThat(closed).isNotSameAs(open);
    assertThat(fetcher.fetch(site.http("/turns"))).isNotSameAs(closed);
  }

  @Test
  void row103KeepsPagesApartThatClaimOneCanonicalAddress() {
    String claim = "<link rel=canonical href='/one'>";
    answer("/first", okForContentType("text/html", claim + "<p>first").withHeader("ETag", "\"1\""));
    answer(
        "/second", okForContentType("text/html", claim + "<p>other").withHeader("ETag", "\"1\""));

    assertThat(fetcher.fetch(site.http("/first")).html()).endsWith("first");
    assertThat(fetcher.fetch(site.http("/second")).html()).endsWith("other");
  }

  @Test
  void takesAnUnaskedNotModifiedForAFault() {
    assertThat(refusal(fetcher, site.http("/unsolicited-304")).code())
        .isEqualTo("page.site-status");
  }

  @ParameterizedTest(name = "{0} with Retry-After {1}")
  @CsvSource({"429, 120", "503, 120", "429, 'Wed, 21 Oct 2099 07:28:00 GMT'"})
  void leavesASiteAloneThatAsksForIt(int status, String wait) {
    answer("/tired", aResponse().withStatus(status).withHeader("Retry-After", wait));

    PageException first = refusal(fetcher, site.http("/tired"));
    PageException second = refusal(fetcher, site.http("/article"));

    assertThat(first.members()).containsEntry("upstreamStatus", status);
    assertThat(second.code()).isEqualTo("page.site-status");
    assertThat(second.members()).containsEntry("upstreamStatus", status).containsKey("retryAfter");
    assertThat(second.sentence()).contains("asks to be left alone");
    assertThat(site.requests("/article")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "soon", "", "99999999999999999999"})
  void makesNothingOfARetryAfterThatMeansNothing(String wait) {
    answer("/odd", aResponse().withStatus(429).withHeader("Retry-After", wait));

    assertThat(refusal(fetcher, site.http("/odd")).code()).isEqualTo("page.site-status");
    assertThat(fetcher.fetch(site.http("/article")).html()).isNotEmpty();
  }

  @Test
  void asksOneSiteAtMostFourTimesAtOnce() throws Exception {
    List<Callable<Page>> fetches = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String address = site.raw("/crowd/" + i);
      fetches.add(() -> fetcher.fetch(address));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Page> done : threads.invokeAll(fetches)) {
        assertThat(done.get().html()).contains("A raw page.");
      }
    }
    assertThat(site.rawSite().mostAtOnce()).isBetween(2, 4);
  }

  @Test
  void row86FetchesOnceWhatAThousandAskFor() throws Exception {
    answer(
        "/wanted",
        okForContentType("text/html", "<p>wanted")
            .withHeader("Cache-Control", "max-age=60")
            .withFixedDelay(200));
    List<Callable<Page>> fetches = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      fetches.add(() -> fetcher.fetch(site.http("/wanted")));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Page> done : threads.invokeAll(fetches)) {
        assertThat(done.get().html()).isEqualTo("<p>wanted");
      }
    }
    assertThat(site.requests("/wanted")).hasSize(1);
  }

  @Test
  void stopsWhenItsCallerIsInterrupted() throws Exception {
    int before = site.rawSite().connections();
    Thread listener = Thread.ofVirtual().unstarted(() -> refusal(fetcher, site.raw("/silent")));
    listener.start();
    while (site.rawSite().connections() == before) {
      Thread.onSpinWait();
    }

    listener.interrupt();

    assertThat(listener.join(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void row61ObeysRobotsWhenNobodyIsWaiting() {
    answer("/robots.txt", okForContentType("text/plain", "User-agent: *\nDisallow: /article"));

    PageException refusal = refusal(fetcher.unattended(), site.http("/article"));

    assertThat(refusal.code()).isEqualTo("page.disallowed");
    assertThat(refusal.sentence()).isEqualTo("The site asks not to be read by programs.");
    assertThat(site.requests("/article")).isEmpty();
    assertThat(fetcher.unattended().fetch(site.http("/unsaid")).html()).isNotEmpty();
    assertThat(refusal(fetcher.unattended(), site.http("/hops/1")).code())
        .as("every hop is asked about")
        .isEqualTo("page.disallowed");
    assertThat(site.requests("/robots.txt")).as("remembered").hasSize(1);
    assertThat(fetcher.fetch(site.http("/article")).html()).as("a person may").isNotEmpty();
  }

  @ParameterizedTest(name = "robots.txt with status {0} allows: {1}")
  @CsvSource({"404, true", "403, true", "500, false", "503, false", "429, false"})
  void readsAMissingRobotsFileAsTheStandardSays(int status, boolean allowed) {
    answer("/robots.txt", aResponse().withStatus(status));

    if (allowed) {
      assertThat(fetcher.unattended().fetch(site.http("/article")).html()).isNotEmpty();
    } else {
      assertThat(refusal(fetcher.unattended(), site.http("/article")).code())
          .isEqualTo("page.disallowed");
    }
  }

  @Test
  void followsRobotsOnlyThroughTheSameDoor() {
    answer(
        "/robots.txt",
        aResponse()
            .withStatus(301)
            .withHeader("Location", "http://127.0.0.2:" + site.privateSite().port() + "/"));

    assertThat(refusal(fetcher.unattended(), site.http("/article")).code())
        .isEqualTo("page.blocked-address");
    assertThat(site.privateSite().connections()).isZero();
  }

  private static void answer(String path, ResponseDefinitionBuilder response) {
    site.server().stubFor(get(path).willReturn(response));
  }

  private static PageException refusal(PageFetcher fetcher, String address) {
    return catchThrowableOfType(PageException.class, () -> fetcher.fetch(address));
  }
}
