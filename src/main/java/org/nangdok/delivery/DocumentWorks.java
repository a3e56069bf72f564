package org.nangdok.delivery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.delivery.access.Callers;
import org.nangdok.document.Document;
import org.nangdok.document.DocumentArticle;
import org.nangdok.library.CoverStore.Owner;
import org.nangdok.work.Manner;
import org.nangdok.work.Work;
import org.nangdok.work.WorkDesk;
import org.nangdok.work.WorkRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files as works: a chapter of the file is one of the work, in its own language. */
@Component
class DocumentWorks {

  private final WorkDesk works;
  private final WorkViews views;
  private final Covers covers;

  DocumentWorks(WorkDesk works, WorkViews views, Covers covers) {
    this.works = works;
    this.views = views;
    this.covers = covers;
  }

  /** Has a file made as a work, however short. */
  ResponseEntity<WorkView> ask(Document document, Manner manner) {
    return ask(document, manner, null, null);
  }

  /**
   * The same under another name.
   *
   * @param title the file's own if it is null or blank
   * @param author those that the file names if it is null or blank
   */
  ResponseEntity<WorkView> ask(
      Document document, Manner manner, @Nullable String title, @Nullable String author) {
    List<Article> chapters = new ArrayList<>();
    for (int i = 0; i < document.chapters().size(); i++) {
      chapters.add(DocumentArticle.of(document.only(i)));
    }
    String authors = document.authors().isEmpty() ? null : String.join(", ", document.authors());
    Work work =
        works.ask(
            new WorkRequest(
                StringUtils.defaultIfBlank(title, document.title()),
                StringUtils.defaultIfBlank(author, authors),
                chapters,
                manner),
            Callers.programsKey().orElse(null));
    covers.keep(Owner.WORK, work.facts().id(), document);
    return ResponseEntity.accepted()
        .location(URI.create("/api/works/" + work.facts().id()))
        .body(views.of(work, chapter -> true));
  }
}
