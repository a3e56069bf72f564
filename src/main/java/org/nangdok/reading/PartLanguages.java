package org.nangdok.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nangdok.article.Article;
import org.nangdok.article.Paragraph;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.script.Piece;
import org.nangdok.voice.Catalogue;

/** The parts of an article whose source says that they are in another language than the rest. */
final class PartLanguages {

  private final Map<Integer, Language> byLine = new HashMap<>();

  /** A language that no voice speaks is left to the voice of the rest. */
  PartLanguages(Article article, Languages languages, Catalogue catalogue) {
    for (Paragraph paragraph : article.paragraphs()) {
      String tag = paragraph.language();
      if (tag != null) {
        languages
            .byTag(tag)
            .filter(language -> catalogue.languages().contains(language.tag()))
            .ifPresent(language -> byLine.put(paragraph.line(), language));
      }
    }
  }

  /** The language of a line that is in another one than the article. */
  Optional<Language> of(int line) {
    return Optional.ofNullable(byLine.get(line));
  }

  /** Pieces that are spoken as one text, as {@link HardWraps} finds them, each in one language. */
  List<List<Piece>> group(List<Piece> pieces) {
    List<List<Piece>> groups = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= pieces.size(); i++) {
      boolean ends =
          i == pieces.size()
              || !Objects.equals(
                  byLine.get(pieces.get(i).line()), byLine.get(pieces.get(from).line()));
      if (ends) {
        groups.addAll(HardWraps.group(pieces.subList(from, i)));
        from = i;
      }
    }
    return groups;
  }
}
