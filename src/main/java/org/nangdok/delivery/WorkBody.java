package org.nangdok.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.WholeText;
import org.nangdok.reading.ReadingException;
import org.nangdok.script.Wish;
import org.nangdok.work.Headings;
import org.nangdok.work.Manner;
import org.nangdok.work.WorkRequest;

/**
 * The JSON body of {@code POST /api/works}; see {@link WorkRequest}.
 *
 * @param text a long text, cut into chapters at its headings; instead of {@code chapters}
 * @param speakers the code of a {@link Wish}
 */
record WorkBody(
    @Nullable String title,
    @Nullable String author,
    @Nullable String language,
    @Nullable List<@Nullable ChapterBody> chapters,
    @Nullable String text,
    @Nullable Map<String, String> voices,
    @Nullable Double speed,
    @Nullable Boolean quoteVoices,
    @Nullable String speakers) {

  /**
   * A chapter.
   *
   * @param title read before the text
   */
  record ChapterBody(@Nullable String title, @Nullable String text) {}

  WorkRequest toRequest() {
    boolean both = text != null && chapters != null;
    if (both || StringUtils.isBlank(text) && (chapters == null || chapters.isEmpty())) {
      throw new ReadingException(
          "request.missing-parameter",
          "Give the text in `text`, or chapters with `title` and `text` in `chapters`, not both.");
    }
    if (text != null && text.length() > 2 * WorkRequest.MOST_TEXT) {
      throw new ReadingException(
          "request.too-long", "A work has at most 5,000,000 characters. Send it in volumes.");
    }
    List<Article> parts = text == null ? ofChapters() : Headings.chapters(text);
    return new WorkRequest(StringUtils.defaultString(title), author, parts, manner());
  }

  private List<Article> ofChapters() {
    List<Article> articles = new ArrayList<>();
    for (ChapterBody chapter : Objects.requireNonNull(chapters)) {
      if (chapter == null || StringUtils.isAllBlank(chapter.title(), chapter.text())) {
        throw new ReadingException(
            "request.bad-value",
            "Chapter " + (articles.size() + 1) + " is empty. Give it a `title` or a `text`.");
      }
      articles.add(
          WholeText.of(
              StringUtils.defaultString(chapter.title()),
              StringUtils.defaultString(chapter.text())));
    }
    return articles;
  }

  private Manner manner() {
    Map<String, String> wishes = voices == null ? Map.of() : voices;
    if (wishes.values().stream().anyMatch(Objects::isNull)) {
      throw new ReadingException("request.bad-value", "Each entry of voices needs a voice's id.");
    }
    Wish wish = speakers == null ? Wish.AUTO : Wish.of(speakers);
    if (wish == null) {
      throw new ReadingException(
          "request.bad-value", "speakers must be auto, narrator or speakers.");
    }
    return new Manner(
        language, wishes, speed == null ? 1 : speed, Boolean.TRUE.equals(quoteVoices), wish);
  }
}
