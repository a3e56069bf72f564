package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.words.Gap;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/** Punctuation and symbols: some are read, the rest are pauses or nothing ({@code symbols.tsv}). */
final class Symbols implements WrittenForm {

  /** Behind these a tilde is a drawl, not a range. */
  private static final String ENDINGS = "요다까네죠지자야아어음오우에";

  private static final int LONGEST_UNIT = 5;

  private final Map<Character, String> readings = new HashMap<>();
  private final Map<Character, Gap> gaps = new HashMap<>();

  Symbols(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/symbols.tsv").rows()) {
      for (char c : row.field(0).replace(" ", "").toCharArray()) {
        switch (row.field(1)) {
          case "read" -> readings.put(c, row.field(2));
          case "pause" -> gaps.put(c, Gap.PAUSE);
          case "light" -> gaps.put(c, Gap.LIGHT);
          default -> throw row.wrong("Field 2 is read, pause or light.");
        }
      }
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    char c = writing.at(at);
    if (c == '~') {
      return range(writing, at);
    }
    if (isJamo(c) && (isJamo(writing.at(at - 1)) || isJamo(writing.at(at + 1)))) {
      return null;
    }
    if (c == '=' && !isEquation(writing, at)) {
      return null;
    }
    String reading = c == '=' && isClosed(writing, at) ? "은" : readings.get(c);
    return reading == null ? null : Match.words("symbol", at, at + 1, reading, Role.READING);
  }

  /** What a character that isn't read does to the gap before the next word. */
  Gap gap(char c) {
    return c == '\n' || c == '\r' ? Gap.PAUSE : gaps.getOrDefault(c, Gap.SPACE);
  }

  /** Laughter and tears are written in rows of letters, which aren't read. */
  private static boolean isJamo(char c) {
    return c >= 'ㄱ' && c <= 'ㆎ';
  }

  /** A sign between words, as in a credit (사진=제공자), equates nothing that is counted. */
  private static boolean isEquation(Writing writing, int at) {
    int before = writing.at(at - 1) == ' ' ? at - 2 : at - 1;
    int after = writing.at(at + 1) == ' ' ? at + 2 : at + 1;
    return (!writing.isHangul(before) || isCounted(writing, before))
        && (writing.isDigit(after)
            || writing.isLatin(after)
            || "-+?".indexOf(writing.at(after)) >= 0);
  }

  /** Whether what is said before an equals sign ends in a consonant: 일은 이, but 이는 사. */
  private static boolean isClosed(Writing writing, int at) {
    char last = writing.at(at - 1) == ' ' ? writing.at(at - 2) : writing.at(at - 1);
    return "013678LMNRlmnr".indexOf(last) >= 0 || Hangul.endsInCoda(String.valueOf(last));
  }

  /** Whether a number and its unit end there: {@code 1달러=1,300원}. */
  private static boolean isCounted(Writing writing, int last) {
    int at = last;
    while (writing.isHangul(at) && last - at < LONGEST_UNIT) {
      at--;
    }
    return writing.isDigit(at);
  }

  private static @Nullable Match range(Writing writing, int at) {
    int next = writing.at(at + 1) == ' ' ? at + 2 : at + 1;
    boolean before =
        Character.isLetterOrDigit(writing.at(at - 1)) || " )".indexOf(writing.at(at - 1)) >= 0;
    boolean letters =
        (writing.isHangul(at - 1) || writing.isLatin(at - 1))
            && (writing.isHangul(at + 1) || writing.isLatin(at + 1));
    boolean words = letters && ENDINGS.indexOf(writing.at(at - 1)) < 0;
    return before && at > 0 && (writing.isDigit(next) || writing.at(next) == '\'' || words)
        ? Match.words("range", at, at + 1, "에서", Role.READING)
        : null;
  }
}
