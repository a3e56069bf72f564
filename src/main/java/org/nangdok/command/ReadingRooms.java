package org.nangdok.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipStore;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.speech.Speech;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.PackDesk;

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

    PackDesk packs();

    /** Loads what is installed now and makes its voices as loud as the others. */
    void useInstalled();

    /**
     * Speaks a text.
     *
     * @param words the text; a sample sentence of the voice's language if there is none
     * @throws org.nangdok.speech.SpeechException if the voice can't
     */
    Speech speak(Voice voice, @Nullable String words);

    @Override
    void close();
  }

  /**
   * @param data the data folder
   * @param voices a folder of the user's own voice files
   */
  Open open(Path data, @Nullable Path voices);
}
