package org.nangdok.page;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.hostile.HostileSite;

/** Feeds come in through the same door as pages, but by themselves. */
class FeedFetchingTest {

  private static final HostileSite site = HostileSite.start();
  private final HttpPageFetcher fetcher = site.fetcher(site.settings());

  @AfterAll
  static void stop() {
    site.close();
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.server().resetRequests();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/rss+xml", "application/atom+xml", "text/xml", "application/xml"})
  void takesEveryTypeThatFeedsCarry(String type) {
    answer("/feed", type, "<rss/>");

    assertThat(fetcher.feeds().fetch(site.http("/feed")).html()).isEqualTo("<rss/>");
    assertThat(site.requests("/feed").getFirst().header("Accept").values())
        .singleElement()
        .asString()
        .startsWith("application/rss+xml");
  }

  @Test
  void refusesAPageWhereAFeedBelongsAndAFeedWhereAPageBelongs() {
    answer("/feed", "application/rss+xml", "<rss/>");
    answer("/page", "text/html", "<p>a");
    fetcher.feeds().fetch(site.http("/feed"));

    assertThat(code(fetcher.feeds(), "/page")).isEqualTo("page.not-feed");
    assertThat(code(fetcher, "/feed")).isEqualTo("page.not-html");
  }

  @Test
  void obeysRobots() {
    answer("/robots.txt", "text/plain", "User-agent: *\nDisallow: /closed");
    answer("/closed/feed", "application/rss+xml", "<rss/>");

    assertThat(code(fetcher.feeds(), "/closed/feed")).isEqualTo("page.disallowed");
    assertThat(site.requests("/closed/feed")).isEmpty();
  }

  private static void answer(String path, String type, String body) {
    site.server().stubFor(get(path).willReturn(okForContentType(type, body)));
  }

  private static String code(PageFetcher door, String path) {
    PageException refusal =
        catchThrowableOfType(PageException.class, () -> door.fetch(site.http(path)));
    return refusal.code();
  }
}
