package org.nangdok.speech.neural.supertonic;

import java.nio.file.Path;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Json;
import tools.jackson.databind.JsonNode;

/** The token of each UTF-16 code unit, from {@code unicode_indexer.json}. */
final class CharacterIndex {

  private static final int UNSUPPORTED = -1;

  private final int[] tokens;

  private CharacterIndex(int[] tokens) {
    this.tokens = tokens;
  }

  static CharacterIndex read(Path file) {
    JsonNode root = Json.read(file);
    if (!root.isArray() || root.isEmpty()) {
      throw new SpeechException("The file " + file.getFileName() + " is no list of tokens.");
    }
    var tokens = new int[root.size()];
    for (int i = 0; i < tokens.length; i++) {
      if (!root.get(i).isInt()) {
        throw new SpeechException(
            "The file " + file.getFileName() + " has no token for code unit " + i + ".");
      }
      tokens[i] = root.get(i).asInt();
    }
    return new CharacterIndex(tokens);
  }

  /**
   * A text as tokens.
   *
   * @param ids one for each code unit that is supported
   * @param leftOut how many weren't
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Tokens(long[] ids, int leftOut) {}

  Tokens tokens(String text) {
    long[] ids =
        text.chars().mapToLong(this::token).filter(token -> token != UNSUPPORTED).toArray();
    return new Tokens(ids, text.length() - ids.length);
  }

  boolean supports(char unit) {
    return token(unit) != UNSUPPORTED;
  }

  private long token(int unit) {
    return unit < tokens.length ? tokens[unit] : UNSUPPORTED;
  }
}
