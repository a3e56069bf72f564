package org.nangdok.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.data.VoicesFolder;
import org.nangdok.hostile.HostileSite;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.library.Feed;
import org.nangdok.library.ReadingsInMemory;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.FeedFiles;
import org.nangdok.page.HttpPageFetcher;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.Preparation;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;

class FeedDeskTest {

  private static final VoicesFolder FOLDER = VoicesFolder.shipped();
  private static final Catalogue CATALOGUE = Catalogue.read(FOLDER);
  private static final Languages LANGUAGES =
      new Languages(List.of(new KoreanLanguage(FOLDER), new EnglishLanguage(FOLDER)));

  private static final Predicate<String> OWN = address -> address.contains("//own.test");

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
  private static final ScriptWriter WRITER = new ScriptWriter();

  @TempDir Path folder;
  private final HostileSite site = HostileSite.start();
  private final HttpPageFetcher pages = site.fetcher(site.settings());
  private FeedDesk feeds;

  @BeforeEach
  void open() {
    feeds = desk();
  }

  @AfterEach
  void close() {
    pages.close();
    site.close();
  }

  @Test
  void aFollowedSourceBringsItsArticlesNewestFirstAndEachOnce() {
    article("/2", "들길");
    article("/1", "물길");
    source("/feed", rss("/2", "/1"));
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));

    feeds.follow();
    feeds.follow();

    assertThat(addresses("village")).containsExactly(site.http("/2"), site.http("/1"));
    assertThat(site.requests("/1")).hasSize(1);

    article("/3", "숲길");
    source("/feed", rss("/3", "/2", "/1"));
    feeds.follow();
    assertThat(addresses("village"))
        .containsExactly(site.http("/3"), site.http("/2"), site.http("/1"));
    assertThat(desk().find("village")).isEqualTo(feeds.find("village"));
  }

  @Test
  void aStrangersSourceDoesntLeadIntoANetworkOfOnesOwn() {
    source("/feed", rss("http://own.test/reboot"));
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));

    feeds.follow();

    assertThat(feeds.find("village").refused())
        .containsExactly(new Feed.Refused("http://own.test/reboot", "page.blocked-address"));
  }

  @Test
  void atomIsFollowedAsWell() {
    article("/1", "물길");
    source(
        "/feed",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>a</title><id>a</id>"
            + "<updated>2026-11-01T00:00:00Z</updated><entry><title>b</title><id>b</id>"
            + "<updated>2026-11-01T00:00:00Z</updated><link href='/1'/></entry></feed>");
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));

    feeds.follow();
    assertThat(addresses("village")).containsExactly(site.http("/1"));
  }

  @Test
  void anArticleThatIsNoneIsNamedAndNotAskedForAgain() {
    answer("/index", okForContentType("text/html", "<a href='/1'>하나</a> <a href='/2'>둘</a>"));
    source("/feed", rss("/index"));
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));

    feeds.follow();
    feeds.follow();

    assertThat(feeds.find("village").entries()).isEmpty();
    assertThat(feeds.find("village").refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.address()).isEqualTo(site.http("/index"));
              assertThat(refused.code()).startsWith("article.");
            });
    assertThat(site.requests("/index")).hasSize(1);
  }

  @Test
  void anArticleWhoseSiteIsDownIsAskedForAtTheNextVisit() {
    answer("/1", status(503));
    source("/feed", rss("/1"));
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));
    feeds.follow();
    assertThat(feeds.find("village").refused()).isEmpty();

    article("/1", "물길");
    feeds.follow();
    assertThat(addresses("village")).containsExactly(site.http("/1"));
  }

  @Test
  void aFirstVisitBringsTheTenNewest() {
    String[] all = IntStream.range(0, 25).mapToObj(i -> "/" + i).toArray(String[]::new);
    for (String path : all) {
      article(path, "길" + path.substring(1));
    }
    source("/feed", rss(all));
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));

    feeds.follow();
    assertThat(addresses("village"))
        .containsExactlyElementsOf(
            IntStream.range(0, 10).mapToObj(i -> site.http("/" + i)).toList());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "<html><p>no feed</html>, feed.unreadable",
        "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss><channel/></rss>,"
            + " feed.unreadable",
        "'', feed.unreadable"
      })
  void aSourceThatIsNoFeedIsSaid(String body, String code) {
    source("/feed", body);
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));

    feeds.follow();
    assertThat(feeds.failure("village").orElseThrow().code()).isEqualTo(code);

    source("/feed", rss());
    feeds.follow();
    assertThat(feeds.failure("village")).isEmpty();
  }

  @Test
  void aSourceInThisMachinesNetworkIsRefused() {
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", "http://127.0.0.2/feed", null, null));

    feeds.follow();
    assertThat(feeds.failure("village").orElseThrow().code()).isEqualTo("page.blocked-address");
  }

  @ParameterizedTest
  @CsvSource({
    "../a, 소식, ko, feed.bad-name",
    "A, 소식, ko, feed.bad-name",
    "a, ' ', ko, feed.bad-title",
    "a, 소식, 한국어, feed.bad-language"
  })
  void whatIsNoFeedIsRefusedWithASentence(String name, String title, String language, String code) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class,
            () -> feeds.put(name, new FeedDesk.Wish(title, language, null, null, null)));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(feeds.all()).isEmpty();
  }

  @Test
  void changingAFeedKeepsItsReadings() {
    article("/1", "물길");
    source("/feed", rss("/1"));
    feeds.put("village", new FeedDesk.Wish("마을 소식", "ko", site.http("/feed"), null, null));
    feeds.follow();

    Feed changed = feeds.put("village", new FeedDesk.Wish("마을의 소식", "ko", null, null, null));
    assertThat(changed.entries()).hasSize(1);
    feeds.remove("village");
    assertThat(feeds.all()).isEmpty();
  }

  private List<String> addresses(String name) {
    return feeds.find(name).entries().stream().map(entry -> entry.address()).toList();
  }

  private void article(String path, String what) {
    String page =
        "<html lang='ko'><head><title>%1$s</title></head><body><article><h1>새 %1$s이 열렸다</h1>"
            + "<p>산 아래 마을에 걷기 좋은 %1$s이 새로 열렸습니다.</p>"
            + "<p>길은 모두 7km이고, 천천히 걸으면 두 시간쯤 걸립니다.</p>"
            + "<p>마을 사람들이 지난겨울부터 돌을 고르고 씨앗을 뿌려 만든 길입니다.</p></article></body></html>";
    answer(path, okForContentType("text/html;charset=utf-8", page.formatted(what)));
  }

  private String rss(String... paths) {
    var items = new StringBuilder();
    for (String path : paths) {
      items
          .append("<item><title>a</title><link>")
          .append(path.startsWith("http") ? path : site.http(path))
          .append("</link></item>");
    }
    return "<rss version='2.0'><channel><title>a</title><link>http://a.example/</link>"
        + "<description>a</description>"
        + items
        + "</channel></rss>";
  }

  private void source(String path, String body) {
    answer(path, okForContentType("application/rss+xml;charset=utf-8", body));
  }

  private void answer(String path, ResponseDefinitionBuilder answer) {
    site.server().stubFor(get(path).willReturn(answer.withHeader("Cache-Control", "no-store")));
  }

  private FeedDesk desk() {
    var planner =
        new ReadingPlanner(
            pages.unattended(),
            EXTRACTOR,
            WRITER,
            LANGUAGES,
            CATALOGUE,
            Casting.read(FOLDER, CATALOGUE),
            engine -> Optional.of("1"));
    var clips = new ClipFiles(folder.resolve("clips"));
    var maker = new ClipMaker(engine -> Optional.empty(), clips);
    var preparation = new Preparation(planner, 1, Duration.ofSeconds(10));
    var silent = // never started
        new ReadingDesk(
            preparation, maker, new ReadingsInMemory(), clips, Clock.systemUTC(), 1, 100);
    return new FeedDesk(
        new FeedFiles(folder.resolve("feeds")),
        pages.feeds(),
        planner,
        silent,
        OWN::test,
        Clock.systemUTC());
  }
}
