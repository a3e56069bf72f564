package org.nangdok.article;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that somebody has chosen as a whole, such as a chapter of a book: every line of it is
 * read, and none is taken for what stands around an article.
 */
public final class WholeText {

  private static final LineGrammar GRAMMAR = LineGrammar.standard();
  private static final TextLanguage LANGUAGE = new TextLanguage();

  /** Characters that tell a language for sure. */
  private static final int SAMPLE = 4_000;

  private static final int FEW = 10;

  private WholeText() {}

  /**
   * The text as an article.
   *
   * @param title read before the text unless it is empty
   * @param text lines separated by line feeds; the title is line 0 where there is one, and blank
   *     lines count
   * @throws ArticleException if there is nothing to read
   */
  public static Article of(String title, String text) {
    String headline = LineText.fold(title);
    List<Paragraph> paragraphs = new ArrayList<>();
    int line = 0;
    if (!headline.isEmpty()) {
      paragraphs.add(new Paragraph(line++, headline, Paragraph.Kind.HEADLINE));
    }
    for (String sent : text.split("\n", -1)) {
      String folded = LineText.fold(sent);
      if (!folded.isEmpty()) {
        paragraphs.add(new Paragraph(line, folded, GRAMMAR.kind(folded)));
      }
      line++;
    }
    if (paragraphs.isEmpty()) {
      throw new ArticleException(ArticleException.Reason.EMPTY);
    }
    String language = LANGUAGE.of(sample(paragraphs));
    return new Article(null, headline, null, null, language, null, paragraphs, List.of());
  }

  /** From the middle on, for a book begins with names of all languages. */
  private static String sample(List<Paragraph> paragraphs) {
    var sample = new StringBuilder();
    int from = paragraphs.size() > FEW ? paragraphs.size() / 3 : 0;
    for (int i = from; i < paragraphs.size() && sample.length() < SAMPLE; i++) {
      String text = paragraphs.get(i).text();
      sample.append(text, 0, Math.min(text.length(), SAMPLE)).append('\n');
    }
    return sample.toString();
  }
}
