package org.nangdok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.command.ReadingRooms;
import org.nangdok.library.ClipStore;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.page.FetchSettings;
import org.nangdok.page.HttpPageFetcher;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackShelf;

/**
 * The rooms of one command. Clips are shared with a service on the same data folder; their files
 * are written whole.
 */
final class CommandRooms implements ReadingRooms.Open {

  private final TextRooms text;
  private final ClipStore clips;
  private final SpeakingEngines engines;
  private final PackDesk packs;
  private final HttpPageFetcher pages;

  CommandRooms(Path data, TextRooms text, CommandSettings settings) {
    var natural = settings.all("nangdok.natural", NaturalSettings.class);
    this.text = text;
    this.pages =
        new HttpPageFetcher(
            FetchSettings.defaults()
                .withOwn(settings.all("nangdok.page", PageSettings.class).own()));
    this.clips = new ClipFiles(data.resolve("clips"));
    Path shelf = natural.packsIn(data);
    this.packs = new PackDesk(text.offers(), new PackShelf(shelf));
    this.engines =
        new SpeakingEngines(
            text,
            data.resolve("engines"),
            shelf,
            natural,
            settings.all("nangdok.remote", RemoteSettings.class),
            settings.all("nangdok.mbrola", MbrolaSettings.class));
  }

  @Override
  public ReadingPlanner planner() {
    return text.planner(pages, engines::find);
  }

  @Override
  public ClipMaker maker() {
    return new ClipMaker(engines::find, clips);
  }

  @Override
  public void startEngines() {
    engines.startKorean();
    engines.startEnglish();
    engines.startNatural();
  }

  @Override
  public void useInstalled() {
    engines.startNatural();
    engines.levelNatural();
  }

  @Override
  public PackDesk packs() {
    return packs;
  }

  @Override
  public Speech speak(Voice voice, @Nullable String words) {
    Engine engine =
        engines
            .find(voice.engine())
            .orElseThrow(
                () -> new SpeechException("The engine " + voice.engine() + " isn't running."));
    return engine.speak(words == null ? text.sample(voice) : text.utterance(voice, words));
  }

  @Override
  public ClipStore clips() {
    return clips;
  }

  @Override
  public List<Voice> catalogue() {
    return text.catalogue().voices();
  }

  @Override
  public void close() {
    pages.close();
    try {
      engines.close();
    } catch (IOException e) {
      throw new UncheckedIOException("An engine could not be stopped.", e);
    }
  }
}
