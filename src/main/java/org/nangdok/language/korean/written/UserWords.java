package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.UserLexicon;

/** The words of a user's lexicon; they outrank every other form. */
final class UserWords implements WrittenForm {

  private final Map<String, Match> readings = new HashMap<>();
  private int longest;

  /**
   * @param normaliser reads aliases that aren't Hangul
   */
  UserWords(UserLexicon lexicon, Normaliser normaliser) {
    for (UserLexicon.Entry entry : lexicon.entries()) {
      String written = Folded.of(entry.written()).text();
      String spoken = normaliser.asked(entry.alias(), entry.sounds());
      if (spoken.isBlank()) {
        continue;
      }
      boolean plain = entry.sounds().isEmpty() && Hangul.isAllSyllables(written);
      readings.put(
          written,
          Match.words(
              "user's lexicon", 0, written.length(), spoken, plain ? Role.PLAIN : Role.READING));
      longest = Math.max(longest, written.length());
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (continues(writing, at - 1, at)) {
      return null;
    }
    for (int end = Math.min(writing.length(), at + longest); end > at; end--) {
      Match match = readings.get(writing.text().substring(at, end));
      if (match != null && (writing.isHangul(end) || !continues(writing, end - 1, end))) {
        return Match.moved(match, at);
      }
    }
    return null;
  }

  /** Where the word at a place ends; the place itself where none of the lexicon stands. */
  int end(Writing writing, int at) {
    Match match = match(writing, at);
    return match == null ? at : match.end();
  }

  /** Whether two places belong to one run of letters. */
  private static boolean continues(Writing writing, int left, int right) {
    return writing.isHangul(left) && writing.isHangul(right)
        || writing.isLatin(left) && writing.isLatin(right)
        || writing.isDigit(left) && writing.isDigit(right);
  }
}
