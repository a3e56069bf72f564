package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole kinds of pages of which text was once lost, invented or refused. */
class FaithfulPagesTest {

  private static final List<String> TEXT =
      List.of(
          "The old mill by the river turns again after thirty years, and the whole town came to look at it.",
          "Carpenters worked on the wheel for two winters, because the wood has to dry slowly in the loft.",
          "The miller's granddaughter, who keeps a bakery near the market, will grind her flour there.",
          "School classes may visit on Tuesdays, and whoever brings a bag may fill it at the end of the day.",
          "The council wants to decide in spring whether the second wheel can be mended as well.",
          "Until then the water runs past it, as it has done since the great flood took the sluice away.");

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static String paragraphs(List<String> lines) {
    return lines.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
  }

  private static String page(String head, String article, String behind) {
    return "<html><head><title>The mill turns again - River Gazette</title>"
        + head
        + "</head><body><header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header><main><article><h1>The mill turns again</h1>"
        + article
        + "</article></main>"
        + behind
        + "<footer><p>Copyright 2026 River Gazette</p></footer></body></html>";
  }

  private List<String> read(String html) {
    return extractor.fromHtml(html, "https://example.org/mill").body().stream()
        .map(Paragraph::text)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 150, 500})
  void longArticlesAreWhole(int paragraphs) {
    List<String> english =
        IntStream.range(0, paragraphs)
            .mapToObj(i -> "In house " + i + " they remember the flood, and " + TEXT.get(i % 6))
            .toList();
    assertThat(read(page("", paragraphs(english), ""))).isEqualTo(english);
    List<String> korean =
        IntStream.range(0, paragraphs)
            .mapToObj(i -> i + "번 집 사람들은 큰물을 기억한다. 물레방아는 그해 겨울에 멈췄고 마을은 조용해졌다고 했다.")
            .toList();
    assertThat(read(page("", paragraphs(korean), ""))).isEqualTo(korean);
  }

  @Test
  void streamedTextStandsInItsPlace() {
    String late =
        "<div hidden id='S:1'>" + paragraphs(TEXT) + "</div><script>$RC('B:1','S:1')</script>";
    String waiting = "<!--$?--><template id='B:1'></template><p>Please wait</p><!--/$-->";
    assertThat(read(page("", waiting, late))).isEqualTo(TEXT);
  }

  @Test
  void whatOnlyAidsDoNotSeeIsRead() {
    String hidden = "<div aria-hidden='true'>" + paragraphs(TEXT.subList(2, 4)) + "</div>";
    String article = paragraphs(TEXT.subList(0, 2)) + hidden + paragraphs(TEXT.subList(4, 6));
    assertThat(read(page("", article, ""))).isEqualTo(TEXT);
  }

  @Test
  void boxesThatAskForConsentAreLeftOut() {
    String box =
        "<div class='embed'><p>Contenu externe</p><p>J'accepte que des contenus externes me soient affichés et que mes données soient transmises au fournisseur.</p></div>";
    String article = paragraphs(TEXT.subList(0, 3)) + box + paragraphs(TEXT.subList(3, 6));
    String dialog =
        "<div role='dialog'><h2>Your privacy</h2><p>We and our partners store cookies on your device to learn what you prefer and to show you what fits.</p></div>";
    Article found = extractor.fromHtml(page("", article, dialog), null);
    assertThat(found.body()).extracting(Paragraph::text).containsExactlyElementsOf(TEXT);
    assertThat(found.dropped()).extracting(Dropped::reason).contains("consent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Noch 63 % dieses Textes. Weiter lesen Sie mit einem Abo.",
        "Il vous reste 80% de cet article à lire. La suite est réservée aux abonnés.",
        "이 기사의 나머지 70%는 구독 회원에게 제공됩니다."
      })
  void beginningsOfPaidArticlesAreRefused(String sign) {
    String article = paragraphs(TEXT.subList(0, 2)) + "<p>" + sign + "</p>";
    assertThatThrownBy(() -> read(page("", article, "")))
        .isInstanceOfSatisfying(
            ArticleException.class, e -> assertThat(e.code()).isEqualTo("article.paywall"));
  }

  @Test
  void theNextArticleIsNotRead() {
    String next =
        "<article><h1>Ferry to stop in March</h1><p>By Ann Lee</p><p>March 5, 2026</p>"
            + paragraphs(
                List.of(
                    "The ferry to the island will stop in March, because nobody wants to pay for a new engine.",
                    "Islanders say that they will row, as their grandparents did before the first steamer came."))
            + "</article>";
    assertThat(read(page("", paragraphs(TEXT) + "</article>" + next + "<article>", "")))
        .isEqualTo(TEXT);
  }

  @Test
  void theTextGoesOnBelowABoxOfLinksBetweenItsParagraphs() {
    String box =
        "<div class='side'><h3>Related links</h3><ul><li><a href='/a'>The island's other ferry</a></li>"
            + "<li><a href='/b'>Who pays for engines</a></li></ul></div>";
    List<String> first = TEXT.subList(0, TEXT.size() - 1);
    List<String> last = TEXT.subList(TEXT.size() - 1, TEXT.size());
    assertThat(read(page("", paragraphs(first) + box + paragraphs(last), ""))).isEqualTo(TEXT);
  }

  @Test
  void captionsOfPicturesAreLeftOutWhateverElementHoldsThem() {
    String picture =
        "<div class='wp-caption'><img src='/p.jpg'><p class='wp-caption-text'>The old mill, seen from the"
            + " bridge on the first evening of the festival.</p></div>";
    Article article =
        extractor.fromHtml(
            page(
                "",
                paragraphs(TEXT.subList(0, 2)) + picture + paragraphs(TEXT.subList(2, TEXT.size())),
                ""),
            "https://news.example/mill");
    assertThat(article.body())
        .extracting(Paragraph::text)
        .doesNotContain("The old mill, seen from the bridge on the first evening of the festival.");
    assertThat(article.dropped())
        .filteredOn(dropped -> dropped.text().startsWith("The old mill"))
        .extracting(Dropped::reason)
        .containsExactly("caption");
  }

  @Test
  void aLetterThatIsSetAsItWasTypedIsReadAndACommandIsNot() {
    String letter =
        "Dear neighbours, the wheel will stand still on Monday, because a paddle has to be mended before the frost.";
    String command = "for f in mill-*.log; do grep -c 'turns=[0-9]' \"$f\" >> counts.txt; done";
    String middle = "<pre>" + letter + "</pre><pre><code>" + command + "</code></pre>";
    List<String> text =
        read(
            page(
                "",
                paragraphs(TEXT.subList(0, 3)) + middle + paragraphs(TEXT.subList(3, TEXT.size())),
                ""));
    assertThat(text).contains(letter).doesNotContain(command).containsAll(TEXT);
  }

  @Test
  void anAddressThatIsGluedToTheLastSentenceIsNotRead() {
    String korean = "물레방아가 서른 해 만에 다시 돌았다. 마을 사람들이 모두 나와 구경했다. 유바다 기자 bada@example.com";
    Article article = extractor.fromText("강변의 물레방아\n\n" + korean);
    assertThat(article.body())
        .extracting(Paragraph::text)
        .containsExactly("물레방아가 서른 해 만에 다시 돌았다. 마을 사람들이 모두 나와 구경했다.");
    assertThat(article.dropped()).contains(new Dropped(2, "유바다 기자 bada@example.com", "byline"));
  }

  @Test
  void onlySpeechLabelsAndSentencesFollowWhatClosesAText() {
    Article article =
        extractor.fromText(
            "강변에 새 도서관이 문을 열었습니다.\n많은 주민이 찾아왔습니다.\n■ 제보하기\n하늘소식 모음\n오늘의 날씨판\n[서하늘/주민 : \"오래 기다렸어요.\"]");
    assertThat(article.body()).extracting(Paragraph::text).contains("[서하늘/주민 : \"오래 기다렸어요.\"]");
    Article closed =
        extractor.fromText("강변에 새 도서관이 문을 열었습니다.\n많은 주민이 찾아왔습니다.\n■ 제보하기\n하늘소식 모음\n오늘의 날씨판");
    assertThat(closed.body()).hasSize(2);
    assertThat(closed.dropped())
        .extracting(Dropped::reason)
        .containsExactly("tip-off", "after-end", "after-end");
  }

  @Test
  void aLoneHeadlineIsNoHeadingOverLinks() {
    Article article = extractor.fromText("지자체 소식\n강변에 새 도서관이 문을 열었습니다.\n많은 주민이 찾아왔습니다.");
    assertThat(article.title()).isEqualTo("지자체 소식");
  }
}
