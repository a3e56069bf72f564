package org.nangdok.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;

/**
 * What a file says, in reading order, and what of it isn't read. Every visible word of the file is
 * in a block or in what was left out.
 *
 * @param kind what sort of file it was
 * @param title as the file names itself, empty if it doesn't
 * @param authors who wrote it, as printed
 * @param language BCP 47 tag that the file gives, if any; blocks may have their own
 * @param cover its picture, if it has one
 * @param chapters what is read, at least one with a block; lines are numbered through all of them
 * @param leftOut what isn't read, in the order of its lines
 * @param attachments files that lie in it, as a mail has them
 * @param warnings what listeners should know, as sentences
 * @param article the same as an article where room {@code article} has read it, as it reads texts
 *     and saved pages; its lines are its own
 */
public record Document(
    DocumentKind kind,
    String title,
    List<String> authors,
    @Nullable String language,
    @Nullable CoverImage cover,
    List<Chapter> chapters,
    List<LeftOut> leftOut,
    List<Attachment> attachments,
    List<String> warnings,
    @Nullable Article article) {

  /** A document that no other room has read. */
  public Document(
      DocumentKind kind,
      String title,
      List<String> authors,
      @Nullable String language,
      @Nullable CoverImage cover,
      List<Chapter> chapters,
      List<LeftOut> leftOut,
      List<Attachment> attachments,
      List<String> warnings) {
    this(kind, title, authors, language, cover, chapters, leftOut, attachments, warnings, null);
  }

  public Document {
    authors = List.copyOf(authors);
    chapters = List.copyOf(chapters);
    leftOut = List.copyOf(leftOut);
    attachments = List.copyOf(attachments);
    warnings = List.copyOf(warnings);
  }

  /** How long the words of all chapters are, in UTF-16 units, with one between blocks. */
  public long length() {
    return chapters.stream().mapToLong(Chapter::length).sum();
  }

  /**
   * One chapter as a document of its own, with what was left out of it; its title is the chapter's
   * and its lines keep their numbers.
   *
   * @param index the chapter's place, from 0
   */
  public Document only(int index) {
    Chapter chapter = chapters.get(index);
    return new Document(
        kind,
        chapter.title().isEmpty() ? title : chapter.title(),
        authors,
        chapter.language() == null ? language : chapter.language(),
        cover,
        List.of(chapter),
        leftOut.stream().filter(part -> part.chapter() == index).toList(),
        List.of(),
        index == 0 ? warnings : List.of());
  }
}
