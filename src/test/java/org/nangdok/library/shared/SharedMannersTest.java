package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.page.MannersInMemory;
import org.nangdok.page.SiteManners;
import org.nangdok.page.SiteMannersContract;

@Tag("cluster")
class SharedMannersTest extends SiteMannersContract {

  private static final String SITE = "https://news.example";
  private static final Duration SHORT = Duration.ofMillis(200);

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  private SharedManners machine() {
    return new SharedManners(library.client, new MannersInMemory(Ticker.systemTicker()));
  }

  @Override
  protected List<SiteManners> machines() {
    return List.of(machine(), machine(), machine());
  }

  private int rows(String table) {
    return library.client.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void thePlaceOfAMachineThatWasKilledIsFreeWhenItsRequestWouldBeOver() throws Exception {
    assertThat(machine().enter(SITE, 1, SHORT)).isPresent(); // and never left
    assertThat(machine().enter(SITE, 1, SHORT)).isEmpty();
    assertThat(
            library
                .client
                .sql("select extract(epoch from until - now())::int from site_place")
                .query(Integer.class)
                .single())
        .isBetween(1, 6);
    library.client.sql("update site_place set until = now()").update();
    machine().enter(SITE, 1, SHORT).orElseThrow().close();
  }

  @Test
  void whoComesLateDoesNotFreeTheNextOnesPlace() throws Exception {
    SiteManners.Place late = machine().enter(SITE, 1, SHORT).orElseThrow();
    library.client.sql("update site_place set until = now()").update();
    SiteManners.Place next = machine().enter(SITE, 1, SHORT).orElseThrow();
    late.close();
    assertThat(machine().enter(SITE, 1, SHORT)).isEmpty();
    next.close();
  }

  @Test
  void whatIsOverIsForgottenAndNothingElse() throws Exception {
    SharedManners manners = machine();
    manners.rest("http://a.example", new SiteManners.Rest(429, Duration.ofMinutes(1)));
    manners.rest("http://b.example", new SiteManners.Rest(503, Duration.ofMinutes(1)));
    assertThat(manners.enter(SITE, 2, SHORT)).isPresent();
    library
        .client
        .sql("update site_rest set until = now() where site = 'http://b.example'")
        .update();
    manners.sweep();
    assertThat(rows("site_rest")).isEqualTo(1);
    assertThat(rows("site_place")).isEqualTo(1);
  }
}
