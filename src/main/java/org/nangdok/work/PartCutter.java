package org.nangdok.work;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.article.Article;
import org.nangdok.article.Dropped;
import org.nangdok.article.Paragraph;

/**
 * Cuts chapters into parts that are planned and made one by one: between paragraphs, or between
 * sentences of one that is too long by itself. The first part of a work is short, so that its sound
 * comes as soon as an article's.
 */
final class PartCutter {

  /** UTF-16 units; some ten minutes of sound. */
  static final int USUAL = 12_000;

  /** UTF-16 units of the first part. */
  static final int FIRST = 3_000;

  /**
   * A part.
   *
   * @param chapter the number of its chapter, from 0
   */
  record Part(int chapter, Article article) {}

  private PartCutter() {}

  static List<Part> cut(List<Article> chapters) {
    List<Part> parts = new ArrayList<>();
    for (int chapter = 0; chapter < chapters.size(); chapter++) {
      cut(chapter, chapters.get(chapter), parts);
    }
    return parts;
  }

  private static void cut(int chapter, Article whole, List<Part> parts) {
    List<Paragraph> open = new ArrayList<>();
    int length = 0;
    int before = parts.size();
    for (Paragraph paragraph : pieces(whole.paragraphs())) {
      int most = parts.isEmpty() ? FIRST : USUAL;
      if (length + paragraph.text().length() > most && isEnough(open)) {
        parts.add(new Part(chapter, part(whole, open, parts.size() - before)));
        open = new ArrayList<>();
        length = 0;
      }
      open.add(paragraph);
      length += paragraph.text().length();
    }
    if (!open.isEmpty()) {
      parts.add(new Part(chapter, part(whole, open, parts.size() - before)));
    }
  }

  /** A heading stays with what follows it. */
  private static boolean isEnough(List<Paragraph> open) {
    return !open.isEmpty()
        && open.getLast().kind() != Paragraph.Kind.HEADLINE
        && open.getLast().kind() != Paragraph.Kind.SUBHEADING
        && open.getLast().kind() != Paragraph.Kind.LABEL;
  }

  private static Article part(Article whole, List<Paragraph> paragraphs, int number) {
    String title =
        number == 0 || whole.title().isBlank()
            ? whole.title()
            : whole.title() + " (" + (number + 1) + ")";
    List<Dropped> dropped = number == 0 ? whole.dropped() : List.of();
    return new Article(
        whole.url(),
        title,
        whole.byline(),
        whole.published(),
        whole.language(),
        whole.site(),
        paragraphs,
        dropped,
        number == 0 ? whole.details() : org.nangdok.article.Details.OF_TEXT);
  }

  /** The paragraphs, those cut that are longer than a part. */
  private static List<Paragraph> pieces(List<Paragraph> paragraphs) {
    List<Paragraph> pieces = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      String rest = paragraph.text();
      while (rest.length() > USUAL) {
        int end = end(rest);
        pieces.add(paragraph.saying(rest.substring(0, end).strip()));
        rest = rest.substring(end).strip();
      }
      if (!rest.isEmpty()) {
        pieces.add(rest.length() == paragraph.text().length() ? paragraph : paragraph.saying(rest));
      }
    }
    return pieces;
  }

  /** Behind the last sentence that ends in the second half of a part, or the last word. */
  private static int end(String text) {
    int space = -1;
    for (int i = USUAL; i > USUAL / 2; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        space = Math.max(space, i);
        if (".!?。…”\"’".indexOf(text.charAt(i - 1)) >= 0) {
          return i;
        }
      }
    }
    if (space > 0) {
      return space;
    }
    return Character.isLowSurrogate(text.charAt(USUAL)) ? USUAL - 1 : USUAL;
  }
}
