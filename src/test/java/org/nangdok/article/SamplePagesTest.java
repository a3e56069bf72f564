package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.article.html.SiteProfiles;

/**
 * Pages of our own in the structure of real sites, with the noise these sites print around their
 * text ({@code pages/NAME.html}), and what must come of each ({@code pages/NAME.txt}).
 */
class SamplePagesTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  static Stream<SamplePage> samples() {
    return SamplePage.all("pages").stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyParagraphAndNothingElseIsTaken(SamplePage sample) {
    Article article = extractor.fromHtml(sample.html(), sample.address());
    assertThat(article.body().stream().map(Paragraph::text)).isEqualTo(sample.paragraphs());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theFactsAreRight(SamplePage sample) {
    Article article = extractor.fromHtml(sample.html(), sample.address());
    Map<String, String> facts = sample.facts();
    assertSoftly(
        softly -> {
          softly.assertThat(article.title()).isEqualTo(facts.get("title"));
          if (facts.containsKey("byline")) {
            String byline = article.byline() == null ? "" : article.byline();
            softly.assertThat(byline).isEqualTo(facts.get("byline"));
          }
          if (facts.containsKey("published")) {
            softly
                .assertThat(article.published())
                .isEqualTo(OffsetDateTime.parse(facts.get("published")));
          }
          if (facts.containsKey("site")) {
            softly.assertThat(article.site()).isEqualTo(facts.get("site"));
          }
          softly.assertThat(article.language()).isEqualTo(facts.getOrDefault("language", "ko"));
          softly
              .assertThat(article.dropped())
              .allSatisfy(line -> assertThat(line.reason()).isNotBlank());
        });
  }

  @Test
  void everyKnownSiteHasASample() {
    List<String> candidates =
        samples()
            .map(page -> extractor.fromHtml(page.html(), page.address()).details().explanation())
            .map(List::getFirst)
            .map(line -> line.replaceFirst(": \\d.*", ""))
            .toList();
    assertThat(candidates)
        .containsAll(
            new SiteProfiles().all().stream().map(site -> "profile:" + site.name()).toList());
  }
}
