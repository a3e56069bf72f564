package org.nangdok.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.audio.Tones;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.library.ClipStore;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.page.Page;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;

/** The rooms of a command with real text rooms and an engine that hums. */
final class HummingRooms implements ReadingRooms.Open {
  /** The one page that there is. */
  private static final PageFetcher STORY =
      address -> {
        if (!address.equals("https://news.example/story")) {
          throw new AssertionError("nothing is fetched here but the story");
        }
        return new Page(
            URI.create(address),
            "<html lang=ko><title>옛 역사가 책방이 됐다</title><article><h1>옛 역사가 책방이 됐다</h1>"
                + "<p>기차가 서지 않던 역이 책방으로 다시 문을 열었습니다.</p>"
                + "<p>첫날에만 백 명이 다녀갔다고 마을 사람들은 말했습니다.</p></article></html>");
      };

  /** A dictionary is loaded for it once. */
  private static final Languages LANGUAGES =
      new Languages(List.of(new KoreanLanguage(VoicesFolder.shipped())));

  private final VoicesFolder folder = VoicesFolder.shipped();
  private final Catalogue catalogue = Catalogue.read(folder);
  private final ClipStore clips;
  private final Path packs;
  private final Engine engine = new Humming();

  HummingRooms(Path data, @Nullable Path voices) {
    this.clips = new ClipFiles(data.resolve("clips"));
    this.packs = data.resolve("packs");
  }

  @Override
  public ReadingPlanner planner() {
    return new ReadingPlanner(
        STORY,
        new ArticleExtractor(),
        new ScriptWriter(),
        LANGUAGES,
        catalogue,
        Casting.read(folder, catalogue),
        name -> Optional.of("1"));
  }

  @Override
  public void startEngines() {
    // it hums at once
  }

  @Override
  public ClipMaker maker() {
    return new ClipMaker(name -> Optional.of(engine), clips);
  }

  @Override
  public ClipStore clips() {
    return clips;
  }

  @Override
  public List<Voice> catalogue() {
    return catalogue.voices();
  }

  @Override
  public PackDesk packs() {
    return new PackDesk(PackOffers.read(folder), new PackShelf(packs));
  }

  @Override
  public void useInstalled() {
    // it hums in one voice
  }

  @Override
  public Speech speak(Voice voice, @Nullable String words) {
    return Tones.speech(300, 0.3, 0, 1000, 0, 24_000, List.of());
  }

  @Override
  public void close() {
    // nothing is open
  }

  /** Speaks each word as 100 ms of tone. */
  private static final class Humming implements Engine {
    @Override
    public String name() {
      return "recorded";
    }

    @Override
    public String version() {
      return "humming";
    }

    @Override
    public Speech speak(Utterance utterance) {
      int millis = (int) Duration.ofMillis(100).toMillis() * utterance.reading().words().size();
      return Tones.speech(300, 0.3, 0, millis, 0, 24_000, List.of());
    }
  }
}
