package org.nangdok.script;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.article.Article;
import org.nangdok.article.Dropped;
import org.nangdok.article.Paragraph;
import org.nangdok.script.writer.ScriptWriter;

/** Articles of raw lines, none judged by another room. */
public final class Lines {

  private Lines() {}

  static Article article(String text, String language) {
    List<Paragraph> paragraphs = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        paragraphs.add(new Paragraph(i, lines[i], Paragraph.Kind.BODY));
      }
    }
    List<Dropped> none = List.of();
    return new Article(null, "", null, null, language, null, paragraphs, none);
  }

  public static Script script(String text, String language) {
    return new ScriptWriter().write(article(text, language));
  }

  /** The script of a text that is to be read with speakers though it may be too short to tell. */
  static Script spoken(String text, String language) {
    return new ScriptWriter().write(article(text, language), Wish.SPEAKERS);
  }

  /** The script of an article whose answers stand below questions in bold type. */
  static Script interview(String answer, String language) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int year = 1900; year < 1903; year++) {
      paragraphs.add(new Paragraph(paragraphs.size(), year + "?", Paragraph.Kind.EMPHASIS));
      String answered = answer + " " + year;
      paragraphs.add(new Paragraph(paragraphs.size(), answered, Paragraph.Kind.BODY));
    }
    List<Dropped> none = List.of();
    return new ScriptWriter()
        .write(new Article(null, "", null, null, language, null, paragraphs, none));
  }
}
