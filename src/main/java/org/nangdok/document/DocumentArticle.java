package org.nangdok.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.Details;
import org.nangdok.article.Dropped;
import org.nangdok.article.Paragraph;
import org.nangdok.article.WrittenLanguage;

/**
 * A document as an article, so that rooms which read articles read documents too: each block is a
 * paragraph with its own language, each left-out part a dropped line.
 */
public final class DocumentArticle {

  /**
   * The commonest words of so many letters tell a language better than a tag, which may be a
   * program's own.
   */
  private static final int SURE = 200;

  private static final int SAMPLE = 3_000;

  private DocumentArticle() {}

  /** The whole document. */
  public static Article of(Document document) {
    if (document.article() != null) {
      return document.article();
    }
    String language = language(document.language(), document.chapters());
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Chapter chapter : document.chapters()) {
      String own =
          language(chapter.language() == null ? language : chapter.language(), List.of(chapter));
      for (Block block : chapter.blocks()) {
        paragraphs.add(paragraph(block, document.title(), own, language, paragraphs.isEmpty()));
      }
    }
    List<Dropped> dropped =
        document.leftOut().stream()
            .map(part -> new Dropped(part.line(), part.text(), part.part().code()))
            .toList();
    return new Article(
        null,
        document.title(),
        document.authors().isEmpty() ? null : String.join(", ", document.authors()),
        null,
        language,
        null,
        paragraphs,
        dropped,
        details(document));
  }

  private static Paragraph paragraph(
      Block block, String title, String chapter, String document, boolean first) {
    String said = block.language();
    String own = said == null || !fits(said, block.text()) ? chapter : said;
    boolean headline = first && block.text().equalsIgnoreCase(title);
    return new Paragraph(
        block.line(),
        block.text(),
        headline ? Paragraph.Kind.HEADLINE : kind(block.kind()),
        List.of(),
        LanguageTag.isSame(own, document) ? null : own);
  }

  private static Paragraph.Kind kind(Block.Kind kind) {
    return switch (kind) {
      case HEADING -> Paragraph.Kind.SUBHEADING;
      case LIST_ITEM -> Paragraph.Kind.LIST_ITEM;
      case QUOTE -> Paragraph.Kind.QUOTE;
      case EMPHASIS -> Paragraph.Kind.EMPHASIS;
      case SPEECH -> Paragraph.Kind.SPEECH;
      case PARAGRAPH, LINE, TABLE_ROW, CAPTION, NOTE -> Paragraph.Kind.BODY;
    };
  }

  /**
   * What the words look like where there are enough of them, else what the file says: programs
   * write the language of their user interface into files of any other.
   */
  private static String language(@Nullable String said, List<Chapter> chapters) {
    String sample =
        chapters.stream()
            .flatMap(chapter -> chapter.blocks().stream())
            .map(Block::text)
            .limit(SAMPLE)
            .collect(Collectors.joining("\n"));
    String text = sample.substring(0, Math.min(sample.length(), 20 * SAMPLE));
    String seen = WrittenLanguage.of(middle(text));
    long letters = text.codePoints().filter(Character::isLetter).limit(SURE).count();
    if (said == null
        || (!seen.equals("und") && letters >= SURE && !LanguageTag.isSame(said, seen))) {
      return seen;
    }
    return fits(said, text) ? said : seen;
  }

  /** A book begins with imprints and names of all languages. */
  private static String middle(String text) {
    int from = text.length() > 3 * SAMPLE ? text.length() / 3 : 0;
    return text.substring(from, Math.min(text.length(), from + SAMPLE));
  }

  /** Whether words can be of a language by their letters: Hangul is Korean and nothing else. */
  private static boolean fits(String tag, String text) {
    Map<Boolean, Long> hangul =
        text.codePoints()
            .filter(Character::isLetter)
            .mapToObj(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long korean = hangul.getOrDefault(true, 0L);
    long others = hangul.getOrDefault(false, 0L);
    return LanguageTag.isSame(tag, "ko") ? korean > 0 || others < 8 : 2 * korean <= others;
  }

  private static Details details(Document document) {
    List<String> warnings = new ArrayList<>(document.warnings());
    if (!document.leftOut().isEmpty()) {
      warnings.add(
          "Left out of this document: "
              + LeftOutCounts.sentence(document.leftOut())
              + ". `read` names those that are to be read.");
    }
    return new Details(
        null,
        null,
        null,
        null,
        null,
        false,
        "document",
        List.of(),
        document.kind().code(),
        warnings,
        Map.of());
  }
}
