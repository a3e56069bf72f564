package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Several sources, of which the first that has the right file gives it. What a source leaves of a
 * file that another has to bring is thrown away.
 */
public final class OrderedSources implements FileSource {

  private final List<FileSource> sources;

  /** At least one. */
  public OrderedSources(List<FileSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public void fetch(PackFile file, Path target, LongConsumer progress) throws IOException {
    Set<String> sentences = new LinkedHashSet<>();
    String code = "voice.pack-unreachable";
    for (FileSource source : sources) {
      try {
        source.fetch(file, target, progress);
        if (source != sources.getLast()) {
          FileCheck.require(file, file.sha256(), target);
        }
        return;
      } catch (PackException e) {
        sentences.add(e.sentence());
        code = e.code().equals("voice.pack-file") ? e.code() : code;
      }
    }
    throw new PackException(code, String.join(" ", sentences));
  }
}
