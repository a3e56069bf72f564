package org.nangdok;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.script.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.SiteCastings;

/**
 * The rooms that work on text, open: they need no Spring and serve the service and the command line
 * alike.
 *
 * @param voicesFolder the files of {@code voices/}
 * @param castings who gets which voice, and what is decided for sites
 * @param korean the Korean among the languages, which loads a dictionary
 * @param lexicons the words of sites
 */
record TextRooms(
    VoicesFolder voicesFolder,
    Catalogue catalogue,
    SiteCastings castings,
    Languages languages,
    KoreanLanguage korean,
    SiteLexicons lexicons) {

  /**
   * @param overlay a folder of the user's own voice files
   * @param data keeps what administrators change where there is no such folder
   */
  static TextRooms open(@Nullable Path overlay, Path data) {
    VoicesFolder folder = overlay == null ? VoicesFolder.shipped() : VoicesFolder.over(overlay);
    Catalogue catalogue = Catalogue.read(folder);
    KoreanLanguage korean = new KoreanLanguage(folder);
    SiteLexicons lexicons =
        SiteLexicons.open(
            (overlay == null ? data : overlay).resolve("lexicon").resolve("sites"), korean::check);
    return new TextRooms(
        folder,
        catalogue,
        SiteCastings.open(
            (overlay == null ? data : overlay).resolve("castings"),
            Casting.read(folder, catalogue)),
        new Languages(List.of(korean, new EnglishLanguage(folder)), lexicons),
        korean,
        lexicons);
  }

  /**
   * @param engines finds a running engine by its name
   */
  ReadingPlanner planner(PageFetcher pages, Function<String, Optional<Engine>> engines) {
    return new ReadingPlanner(
        pages,
        new ArticleExtractor(),
        new ScriptWriter(),
        languages,
        catalogue,
        castings::now,
        name -> engines.apply(name).map(Engine::version));
  }
}
