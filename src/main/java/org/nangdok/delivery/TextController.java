package org.nangdok.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.Details;
import org.nangdok.article.Dropped;
import org.nangdok.reading.Preparation;
import org.nangdok.script.Explanation;
import org.nangdok.script.Script;
import org.nangdok.script.Turn;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an article says and who says it, without sound. */
@RestController
class TextController {

  private final Preparation preparation;

  TextController(Preparation preparation) {
    this.preparation = preparation;
  }

  record ArticleView(
      @Nullable String url,
      String title,
      @Nullable String byline,
      @Nullable OffsetDateTime published,
      String language,
      @Nullable String site,
      List<ParagraphView> paragraphs,
      List<Dropped> dropped,
      Details details) {

    static ArticleView of(Article article) {
      return new ArticleView(
          article.url(),
          article.title(),
          article.byline(),
          article.published(),
          article.language(),
          article.site(),
          article.body().stream()
              .map(p -> new ParagraphView(p.text(), code(p.kind()), p.line()))
              .toList(),
          article.dropped(),
          article.details());
    }

    private static String code(Enum<?> kind) {
      return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  record ParagraphView(String text, String kind, int line) {}

  /**
   * A script.
   *
   * @param reading how the document was read: speakers, formal (labels of certain forms only) or
   *     plain
   * @param dropped lines of which nothing is read
   * @param parts what is left out of lines that are read
   * @param confidence from 0, where another reading is as likely, to 1
   * @param explanation the readings that were weighed and what found each label; only if asked for
   */
  record ScriptView(
      String language,
      List<TurnView> turns,
      List<Dropped> dropped,
      List<Dropped> parts,
      List<String> credits,
      List<String> warnings,
      String reading,
      double confidence,
      @Nullable Explanation explanation) {

    static ScriptView of(Script script, boolean explain) {
      Explanation explanation = script.explanation();
      return new ScriptView(
          script.language(),
          script.turns().stream().map(TurnView::of).toList(),
          script.droppedLines(),
          script.droppedParts(),
          script.credits(),
          script.warnings(),
          explanation.reading(),
          explanation.confidence(),
          explain ? explanation : null);
    }
  }

  /**
   * A turn.
   *
   * @param voice the identity's key: turns with the same key are spoken by the same voice
   */
  record TurnView(
      String speaker,
      @Nullable String name,
      @Nullable String title,
      @Nullable String style,
      @Nullable String gender,
      String voice,
      String text,
      List<Integer> lines) {

    static TurnView of(Turn turn) {
      return new TurnView(
          turn.speaker().code(),
          turn.name(),
          turn.title(),
          turn.style() == null ? null : turn.style().code(),
          turn.gender() == null ? null : turn.gender().code(),
          turn.person(),
          turn.text(),
          turn.lines());
    }
  }

  @PostMapping(path = "/api/articles", consumes = "application/json")
  ArticleView article(@RequestBody ReadingBody body) {
    return ArticleView.of(preparation.article(body.toRequest()));
  }

  @PostMapping(path = "/api/scripts", consumes = "application/json")
  ScriptView script(@RequestBody ReadingBody body) {
    return ScriptView.of(preparation.script(body.toRequest()), Boolean.TRUE.equals(body.explain()));
  }
}
