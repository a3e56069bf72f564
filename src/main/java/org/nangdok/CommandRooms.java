package org.nangdok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.nangdok.command.ReadingRooms;
import org.nangdok.library.ClipStore;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.page.FetchSettings;
import org.nangdok.page.HttpPageFetcher;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.voice.Voice;

/**
 * The rooms of one command. Clips are shared with a service on the same data folder; their files
 * are written whole.
 */
final class CommandRooms implements ReadingRooms.Open {

  private final TextRooms text;
  private final ClipStore clips;
  private final SpeakingEngines engines;
  private final HttpPageFetcher pages = new HttpPageFetcher(FetchSettings.defaults());

  CommandRooms(Path data, TextRooms text) {
    this.text = text;
    this.clips = new ClipFiles(data.resolve("clips"));
    this.engines = new SpeakingEngines(text.voicesFolder(), data.resolve("engines"));
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
