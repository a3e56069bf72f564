package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nangdok.article.ArticleException;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.page.Page;
import org.nangdok.page.PageFetcher;
import org.nangdok.problem.ProblemException;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;

class ReadingPlannerTest {

  private static final String ARTICLE =
      """
      새벽 시장이 다시 북적인다

      [앵커]
      해가 뜨기 전부터 손님이 줄을 섭니다. 어떤 사연인지 알아봤습니다.
      [이바람/시장 상인 : "새벽 4시면 자리가 없어요. 다들 일찍 나오십니다."]
      시장은 다음 달까지 이어집니다.
      """;

  private static final VoicesFolder FOLDER = VoicesFolder.shipped();
  private static final Catalogue CATALOGUE = Catalogue.read(FOLDER);
  private static final Languages LANGUAGES =
      new Languages(List.of(new KoreanLanguage(FOLDER), new EnglishLanguage(FOLDER)));

  private final Map<String, String> site = new LinkedHashMap<>();
  private final List<String> fetched = new ArrayList<>();

  @Test
  void everySentenceOfTheScriptIsPlannedInOrderWithItsPause() {
    ReadingPlan plan = planner().plan(text(ARTICLE, Map.of(), 1));

    assertThat(plan.title()).isEqualTo("새벽 시장이 다시 북적인다");
    assertThat(plan.sentences())
        .extracting(PlannedSentence::text)
        .containsExactly(
            "새벽 시장이 다시 북적인다",
            "해가 뜨기 전부터 손님이 줄을 섭니다.",
            "어떤 사연인지 알아봤습니다.",
            "새벽 4시면 자리가 없어요.",
            "다들 일찍 나오십니다.",
            "시장은 다음 달까지 이어집니다.");
    assertThat(plan.sentences())
        .extracting(PlannedSentence::index)
        .containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(plan.sentences())
        .extracting(PlannedSentence::line)
        .containsExactly(0, 3, 3, 4, 4, 5);
    long headline = pause(plan, 0);
    assertThat(headline).isGreaterThan(pause(plan, 2)).isGreaterThan(pause(plan, 1));
    assertThat(pause(plan, 1)).isPositive().isLessThan(pause(plan, 2));
    assertThat(pause(plan, 5)).isZero();
  }

  @Test
  void theIdChangesWithWordsVoicesAndSpeedAndWithNothingElse() {
    String id = planner().plan(text(ARTICLE, Map.of(), 1)).id();

    assertThat(planner().plan(text(ARTICLE, Map.of(), 1)).id())
        .isEqualTo(id)
        .matches("[0-9a-f]{32}");
    assertThat(planner().plan(text(ARTICLE.replace("4시", "5시"), Map.of(), 1)).id())
        .isNotEqualTo(id);
    assertThat(planner().plan(text(ARTICLE, Map.of("anchor", "ko-taesan"), 1)).id())
        .isNotEqualTo(id);
    assertThat(planner().plan(text(ARTICLE, Map.of(), 1.25)).id()).isNotEqualTo(id);
  }

  @Test
  void aLongEnglishSentenceInAKoreanArticleGetsAnEnglishVoice() {
    ReadingPlan plan =
        planner()
            .plan(
                text(
                    "축사가 화제입니다.\n\n시장이 무대에 올라 인사했습니다.\nWe are very happy to be here with you tonight.\n",
                    Map.of(),
                    1));
    assertThat(plan.sentences().getLast().utterance().voice().language()).startsWith("en");
    assertThat(plan.sentences().getFirst().utterance().voice().language()).isEqualTo("ko");
  }

  @Test
  void aShellIsTriedOnceMoreAtTheAddressThatItNames() {
    site.put(
        "https://news.example/1",
        "<html><head><link rel='amphtml' href='https://news.example/amp/1'></head><body><div id='app'></div>"
            + "<script src='/app.js'></script></body></html>");
    site.put(
        "https://news.example/amp/1",
        "<html lang='ko'><head><title>들꽃 길</title></head><body><article><h1>들꽃 길이 열렸다</h1>"
            + "<p>산 아래 마을에 들꽃을 따라 걷는 길이 새로 열렸습니다.</p>"
            + "<p>길은 모두 7km이고, 걷는 데 두 시간쯤 걸립니다.</p>"
            + "<p>마을 사람들이 지난겨울부터 씨앗을 뿌리고 돌을 골라 만든 길입니다.</p></article></body></html>");

    var request = new ReadingRequest("https://news.example/1", null, null, null, Map.of(), 1);
    assertThat(planner().article(request).paragraphs())
        .anyMatch(paragraph -> paragraph.text().contains("7km"));
    assertThat(fetched).containsExactly("https://news.example/1", "https://news.example/amp/1");
  }

  @Test
  void whenTheOtherAddressIsNoBetterTheFirstRefusalCounts() {
    String shell =
        "<html><head><link rel='amphtml' href='https://news.example/2'></head><body><div id='app'></div>"
            + "<script src='/app.js'></script></body></html>";
    site.put("https://news.example/1", shell);
    site.put("https://news.example/2", shell);

    var request = new ReadingRequest("https://news.example/1", null, null, null, Map.of(), 1);
    assertThatThrownBy(() -> planner().article(request)).isInstanceOf(ArticleException.class);
    assertThat(fetched).hasSize(2);
  }

  @Test
  void aVoiceThatIsNotRunningYetIsAskedForAgain() {
    var planner =
        new ReadingPlanner(
            address -> page(address),
            new ArticleExtractor(),
            new ScriptWriter(),
            LANGUAGES,
            CATALOGUE,
            Casting.read(FOLDER, CATALOGUE),
            name -> Optional.empty());
    assertThatThrownBy(() -> planner.plan(text(ARTICLE, Map.of(), 1)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("voice.loading"));
  }

  private static long pause(ReadingPlan plan, int sentence) {
    return plan.sentences().get(sentence).utterance().pauseAfter().toMillis();
  }

  private static ReadingRequest text(String text, Map<String, String> voices, double speed) {
    return new ReadingRequest(null, null, text, null, voices, speed);
  }

  private ReadingPlanner planner() {
    PageFetcher pages = this::page;
    return new ReadingPlanner(
        pages,
        new ArticleExtractor(),
        new ScriptWriter(),
        LANGUAGES,
        CATALOGUE,
        Casting.read(FOLDER, CATALOGUE),
        name -> Optional.of("1"));
  }

  private Page page(String address) {
    fetched.add(address);
    String html = site.get(address);
    if (html == null) {
      throw new AssertionError("nobody asked for " + address);
    }
    return new Page(URI.create(address), html);
  }
}
