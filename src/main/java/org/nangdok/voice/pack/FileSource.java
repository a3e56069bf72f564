package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Where the files of a pack come from. */
public interface FileSource {

  /**
   * Brings one file.
   *
   * @param target where to; what an earlier try left there is gone on with where that is possible
   * @param progress is told how many bytes of the file are there
   * @throws PackException naming the file if it isn't to be had
   */
  void fetch(PackFile file, Path target, LongConsumer progress) throws IOException;
}
