package org.nangdok.reading;

import java.util.Map;
import org.nangdok.article.Article;

/**
 * What somebody wants read as a part of a longer work: the text is known as an article, and so are
 * the voices of those who have spoken before.
 *
 * @param article the part
 * @param manner how it is read; its text is the part's own, for the memory that it takes
 * @param voices voice ids by person, as {@link PlannedTurn#person()} names them; a voice that isn't
 *     there any more, or speaks another language, doesn't count
 */
public record PartRequest(Article article, ReadingRequest manner, Map<String, String> voices) {

  public PartRequest {
    voices = Map.copyOf(voices);
  }
}
