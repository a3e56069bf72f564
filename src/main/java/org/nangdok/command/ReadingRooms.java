package org.nangdok.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipStore;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.voice.Voice;

/** Opens the rooms that a command needs, without a server. */
public interface ReadingRooms {

  /** The rooms, open. */
  interface Open extends AutoCloseable {
    ReadingPlanner planner();

    /** Starts the engines; before it nothing can be planned or spoken. Main thread only. */
    void startEngines();

    ClipMaker maker();

    ClipStore clips();

    List<Voice> catalogue();

    @Override
    void close();
  }

  /**
   * @param data the data folder
   * @param voices a folder of the user's own voice files
   */
  Open open(Path data, @Nullable Path voices);
}
