package org.nangdok.work;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.Paragraph;
import org.nangdok.document.Chapter;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentArticle;

/**
 * What somebody wants read as a work.
 *
 * @param title the work's name, empty where it has none: then the first chapter's title counts
 * @param author who wrote it
 * @param chapters in order, each with its title; one without a title is called by its number
 * @param manner how it is read
 */
public record WorkRequest(
    String title, @Nullable String author, List<Article> chapters, Manner manner) {

  /** The longest work, in UTF-16 units; a long novel has three million. */
  public static final int MOST_TEXT = 5_000_000;

  private static final int MOST_CHAPTERS = 5_000;
  private static final int LONGEST_TITLE = 1_000;

  public WorkRequest {
    chapters = List.copyOf(chapters);
    if (chapters.isEmpty()) {
      throw new WorkException(
          "work.empty", "Give the text in `text`, or chapters with their texts in `chapters`.");
    }
    long length = chapters.stream().mapToLong(WorkRequest::length).sum();
    if (length > MOST_TEXT || chapters.size() > MOST_CHAPTERS) {
      throw new WorkException(
          "work.too-long",
          "A work has at most 5,000,000 characters and 5,000 chapters. Send it in volumes.");
    }
    if (title.length() > LONGEST_TITLE || author != null && author.length() > LONGEST_TITLE) {
      throw new WorkException(
          "work.bad-title", "The title and the author have at most 1,000 characters each.");
    }
    manner.request("x"); // says what is wrong with it
  }

  /** A document's chapters as a work. */
  public static WorkRequest of(Document document, Manner manner) {
    List<Article> chapters = new ArrayList<>();
    for (int i = 0; i < document.chapters().size(); i++) {
      Chapter chapter = document.chapters().get(i);
      if (!chapter.blocks().isEmpty()) {
        chapters.add(DocumentArticle.of(document.only(i)).titled(chapter.title()));
      }
    }
    String authors = String.join(", ", document.authors());
    return new WorkRequest(document.title(), authors.isBlank() ? null : authors, chapters, manner);
  }

  static long length(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).mapToLong(String::length).sum();
  }

  /** The title, or what comes nearest to one. */
  String name() {
    if (!title.isBlank()) {
      return title.strip();
    }
    Article first = chapters.getFirst();
    String found = first.title().isBlank() ? first.paragraphs().getFirst().text() : first.title();
    return found.substring(
        0, found.offsetByCodePoints(0, Math.min(80, found.codePointCount(0, found.length()))));
  }
}
