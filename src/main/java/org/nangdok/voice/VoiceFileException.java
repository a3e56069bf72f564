package org.nangdok.voice;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/** A file of voices, packs or castings that is wrong: code {@code voice.bad-file}. */
public final class VoiceFileException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence the file, the place in it and what is wrong there
   */
  public VoiceFileException(String sentence) {
    this(sentence, null);
  }

  /**
   * @param sentence the file, the place in it and what is wrong there
   * @param cause what told so
   */
  public VoiceFileException(String sentence, @Nullable Throwable cause) {
    super("voice.bad-file", sentence, Map.of(), cause);
  }
}
