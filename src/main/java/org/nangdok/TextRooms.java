package org.nangdok;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.data.KeptFiles;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.language.other.OtherLanguages;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.SiteCastings;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.ContentVersions;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;

/**
 * The rooms that work on text, open: they need no Spring and serve the service and the command line
 * alike.
 *
 * @param voicesFolder the files of {@code voices/}
 * @param overlay a folder of the user's own voice files
 * @param offers the packs that can be installed
 * @param castings who gets which voice, and what is decided for sites
 * @param korean the Korean among the languages, which loads a dictionary
 * @param lexicons the words of sites
 * @param extractor finds articles in pages and texts
 */
record TextRooms(
    VoicesFolder voicesFolder,
    @Nullable Path overlay,
    PackOffers offers,
    Catalogue catalogue,
    SiteCastings castings,
    Languages languages,
    KoreanLanguage korean,
    SiteLexicons lexicons,
    ArticleExtractor extractor) {

  /**
   * @param overlay a folder of the user's own voice files
   * @param data keeps what administrators change where there is no such folder
   */
  static TextRooms open(@Nullable Path overlay, Path data) {
    Path place = overlay == null ? data : overlay;
    return open(
        overlay,
        SiteCastings.folder(place.resolve("castings")),
        SiteLexicons.folder(place.resolve("lexicon").resolve("sites")));
  }

  /**
   * @param overlay a folder of the user's own voice files
   * @param castings what administrators decide of voices
   * @param words what they decide of words
   */
  static TextRooms open(@Nullable Path overlay, KeptFiles castings, KeptFiles words) {
    VoicesFolder folder = overlay == null ? VoicesFolder.shipped() : VoicesFolder.over(overlay);
    Catalogue catalogue = Catalogue.read(folder);
    PackOffers offers = PackOffers.read(folder);
    KoreanLanguage korean = new KoreanLanguage(folder);
    SiteLexicons lexicons = SiteLexicons.open(words, korean::check);
    catalogue.offer(NaturalVoices.ids(offers));
    return new TextRooms(
        folder,
        overlay,
        offers,
        catalogue,
        SiteCastings.open(castings, Casting.read(folder, catalogue)),
        new Languages(
            List.of(korean, new EnglishLanguage(folder)), lexicons, new OtherLanguages()::byTag),
        korean,
        lexicons,
        new ArticleExtractor());
  }

  /**
   * @param packs where installed packs lie
   */
  NaturalVoices natural(Path packs, VoiceLevels levels) {
    return new NaturalVoices(
        offers,
        new PackShelf(packs),
        overlay,
        tag -> languages.byTag(tag).isPresent(),
        levels,
        catalogue,
        new ContentVersions(packs.resolve("contents.tsv")));
  }

  /** What a voice says to show how it sounds. */
  Utterance sample(Voice voice) {
    String language = voice.language().split("-", 2)[0];
    try (InputStream in = voicesFolder.open("samples.tsv").orElseThrow()) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith(language + "\t")) {
          return utterance(voice, line.substring(language.length() + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file voices/samples.tsv can't be read.", e);
    }
    return utterance(voice, voice.name());
  }

  /** A text as one utterance of a voice. */
  Utterance utterance(Voice voice, String text) {
    Language language = languages.byTag(voice.language()).orElseGet(() -> languages.detect(text));
    return new Utterance(
        language.read(text), language.version(), voice, Delivery.PLAIN, Duration.ZERO);
  }

  /**
   * @param engines finds a running engine by its name
   */
  ReadingPlanner planner(PageFetcher pages, Function<String, Optional<Engine>> engines) {
    return new ReadingPlanner(
        pages,
        extractor,
        new ScriptWriter(),
        languages,
        catalogue,
        castings::now,
        name -> engines.apply(name).map(Engine::version));
  }
}
