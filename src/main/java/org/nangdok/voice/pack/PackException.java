package org.nangdok.voice.pack;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/**
 * Something about a pack that can't be done. Codes: {@code voice.pack-unknown}, {@code
 * voice.pack-licence}, {@code voice.pack-installed}, {@code voice.pack-absent}, {@code
 * voice.pack-busy}, {@code voice.pack-space}, {@code voice.pack-unreachable}, {@code
 * voice.pack-file}, {@code voice.pack-folder}.
 */
public final class PackException extends ProblemException {

  private static final long serialVersionUID = 1L;

  PackException(String code, String sentence) {
    this(code, sentence, null);
  }

  PackException(String code, String sentence, @Nullable Throwable cause) {
    super(code, sentence, Map.of(), cause);
  }

  static PackException folder(Throwable cause) {
    return new PackException(
        "voice.pack-folder",
        "The folder of installed voices can't be read or written. Check its owner and its"
            + " permissions.",
        cause);
  }
}
