package org.nangdok.document;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.Dropped;
import org.nangdok.article.Paragraph;
import org.nangdok.document.DocumentException.Reason;

/**
 * A document while it is read: takes its words in reading order, counts them against the bounds,
 * and puts each part where somebody wants it, among the blocks or among what is left out. Of one
 * thread.
 */
public final class DocumentAccount {

  private final Set<DocumentPart> read;
  private final String hint;
  private final DocumentBounds bounds;
  private final TimeLimit limit;
  private final List<Chapter> chapters = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private List<Block> blocks = new ArrayList<>();
  private String chapterTitle = "";
  private @Nullable String chapterLanguage;
  private String title = "";
  private @Nullable String language;
  private @Nullable CoverImage cover;
  private @Nullable Article article;
  private final Map<Block, Integer> headings = new IdentityHashMap<>();
  private long characters;
  private int lines;

  /** Begins with a chapter without a title. */
  public DocumentAccount(DocumentOptions options, DocumentBounds bounds, TimeLimit limit) {
    this.read = options.read();
    this.hint = options.hint();
    this.bounds = bounds;
    this.limit = limit;
  }

  /** What the file may cost. */
  public DocumentBounds bounds() {
    return bounds;
  }

  /** Until when it must be read. */
  public TimeLimit limit() {
    return limit;
  }

  /** The media type or name that came with the file, empty if none did. */
  public String hint() {
    return hint;
  }

  /** Whether somebody wants a part read. */
  public boolean wants(DocumentPart part) {
    return read.contains(part);
  }

  /** The title, unless one is known already. */
  public void title(String words) {
    title = title.isEmpty() ? Folded.of(words) : title;
  }

  /** One more author. */
  public void author(String name) {
    String folded = Folded.of(name);
    if (!folded.isEmpty() && !authors.contains(folded) && authors.size() < 50) {
      authors.add(folded);
    }
  }

  /** The language of what says no other. */
  public void language(@Nullable String tag) {
    language = language == null ? LanguageTag.of(tag) : language;
  }

  /** The picture, unless one is known already. */
  public void cover(CoverImage image) {
    cover = cover == null ? image : cover;
  }

  /** A file that lies in this one; its name is listed. */
  public void attach(Attachment attachment) {
    attachments.add(attachment);
    leave(DocumentPart.ATTACHMENT, attachment.name());
  }

  /** A sentence that listeners should know, once. */
  public void warn(String sentence) {
    if (!warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  /** What follows stands in a chapter of its own. */
  public void chapter(String words, @Nullable String tag) {
    closeChapter();
    chapterTitle = Folded.of(words);
    chapterLanguage = LanguageTag.of(tag);
  }

  /** Whether nothing of the present chapter is read so far. */
  public boolean isChapterEmpty() {
    return blocks.isEmpty();
  }

  /** Words that are read; blank ones are nothing. */
  public void block(Block.Kind kind, String words, @Nullable String tag) {
    String folded = Folded.of(words);
    if (folded.codePoints().noneMatch(Character::isLetterOrDigit)) {
      separator(folded);
    } else {
      blocks.add(new Block(count(folded), kind, folded, LanguageTag.of(tag)));
    }
  }

  /** Rules, asterisks and empty rows of tables say nothing. */
  private void separator(String signs) {
    if (!signs.isEmpty()) {
      leftOut.add(new LeftOut(chapters.size(), count(signs), DocumentPart.MARKUP, signs));
    }
  }

  /**
   * A heading; where nothing else names chapters, they begin at headings.
   *
   * @param level 1 is the highest
   */
  public void heading(int level, String words, @Nullable String tag) {
    int before = blocks.size();
    block(Block.Kind.HEADING, words, tag);
    if (blocks.size() > before) {
      headings.put(blocks.getLast(), level);
    }
  }

  /**
   * What another room has read: an article's lines, those that it left out as {@link
   * DocumentPart#PAGE_FURNITURE} or what their reason says.
   */
  public void article(Article read) {
    article = read;
    title(read.title());
    language(read.language());
    for (Paragraph paragraph : read.paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.SUBHEADING
          || paragraph.kind() == Paragraph.Kind.HEADLINE) {
        heading(
            paragraph.kind() == Paragraph.Kind.HEADLINE ? 1 : 2,
            paragraph.text(),
            paragraph.language());
      } else {
        block(Block.Kind.PARAGRAPH, paragraph.text(), paragraph.language());
      }
    }
    for (Dropped dropped : read.dropped()) {
      DocumentPart part = DocumentPart.of(dropped.reason());
      leave(part == null ? DocumentPart.PAGE_FURNITURE : part, dropped.text());
    }
  }

  /** Words that are left out, unless somebody wants them; blank ones are nothing. */
  public void leave(DocumentPart part, String words) {
    leave(part, words, null);
  }

  /** Words in a language that are left out, unless somebody wants them; blank ones are nothing. */
  public void leave(DocumentPart part, String words, @Nullable String tag) {
    if (wants(part)) {
      block(part == DocumentPart.NOTE ? Block.Kind.NOTE : Block.Kind.PARAGRAPH, words, tag);
      return;
    }
    String folded = Folded.of(words);
    if (!folded.isEmpty()) {
      leftOut.add(new LeftOut(chapters.size(), count(folded), part, folded));
    }
  }

  /** Counts words against the bounds and gives them their line. */
  private int count(String words) {
    limit.check();
    characters += words.length();
    if (characters > bounds.characters() || lines >= bounds.blocks()) {
      throw new DocumentException(
          Reason.TOO_LARGE,
          "This file holds more than "
              + String.format(java.util.Locale.ROOT, "%,d", bounds.characters())
              + " characters or "
              + String.format(java.util.Locale.ROOT, "%,d", bounds.blocks())
              + " paragraphs. Send it in parts.");
    }
    return lines++;
  }

  private void closeChapter() {
    if (!blocks.isEmpty()) {
      chapters.add(new Chapter(chapterTitle, chapterLanguage, blocks));
      blocks = new ArrayList<>();
    }
  }

  /**
   * All that was taken.
   *
   * @throws DocumentException with reason {@code empty} if no word of it is read
   */
  public Document document(DocumentKind kind) {
    closeChapter();
    if (chapters.size() == 1 && chapters.getFirst().title().isEmpty()) {
      HeadingChapters.split(chapters.removeFirst(), headings, chapters, leftOut);
    }
    boolean says =
        chapters.stream()
            .flatMap(chapter -> chapter.blocks().stream())
            .anyMatch(block -> block.text().codePoints().anyMatch(Character::isLetterOrDigit));
    if (!says) {
      throw new DocumentException(
          Reason.EMPTY,
          leftOut.isEmpty()
              ? "This file holds no words. Send one that does."
              : "Of this file nothing is left to read; "
                  + LeftOutCounts.sentence(leftOut)
                  + " were left out. `read` names parts that are to be read.");
    }
    int last = chapters.size() - 1;
    return new Document(
        kind,
        title,
        authors,
        language,
        cover,
        chapters,
        leftOut.stream()
            .map(
                one ->
                    new LeftOut(Math.min(one.chapter(), last), one.line(), one.part(), one.text()))
            .toList(),
        attachments,
        warnings,
        article);
  }
}
