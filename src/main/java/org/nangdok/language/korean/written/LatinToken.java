package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.WordGroups;

/** Latin letters, with the digits and signs between them: {@code AI}, {@code F-16}, {@code M&A}. */
final class LatinToken implements WrittenForm {

  /** Figures of a flight's number at least. */
  private static final int FLIGHT = 3;

  private static final int NEAR = 10;

  private static final Pattern DECIMALS = Pattern.compile("(?:\\.\\d{1,3}){1,3}(?![\\d.])");

  private final Letters letters;
  private final Pattern flights;
  private final Pattern counted;

  LatinToken(Letters letters, VoicesFolder voices) {
    this.letters = letters;
    WordGroups groups = WordGroups.open(voices, "lexicon/ko/groups.tsv");
    flights = Pattern.compile(groups.anyOf("flies") + "[가-힣]{0,3}[\\s(]*$");
    counted = Pattern.compile("\\s?" + groups.anyOf("counted-by-letters") + "|[.,~∼-]\\d");
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (!writing.isLatin(at) && !writing.isDigit(at)) {
      return null;
    }
    if (writing.isLatin(at - 1) || writing.isDigit(at - 1) && writing.isDigit(at)) {
      return null;
    }
    if (isArticle(writing, at)) {
      return Match.words("Latin, listed", at, at + 1, "어", Role.READING);
    }
    Letters.Listed listed = letters.listed(writing, at);
    boolean model =
        listed != null
            && listed.end() == at + 1
            && writing.isLatin(at)
            && writing.at(at + 1) == '-'
            && writing.isDigit(at + 2);
    if (listed != null && !model) {
      return Match.words("Latin, listed", at, listed.end(), listed.reading(), Role.READING);
    }
    if (!writing.isLatin(at)) {
      return null;
    }
    int end = at;
    while (writing.isLatin(end)
        || writing.at(end) == '\'' && writing.isLatin(end + 1) && end > at) {
      end++;
    }
    var spoken = new StringBuilder(letters.word(writing.text().substring(at, end)));
    int digits = writing.at(end) == '-' && writing.isDigit(end + 1) ? end + 1 : end;
    if (writing.isDigit(digits)) {
      int last = digits;
      while (writing.isDigit(last)) {
        last++;
      }
      String number = writing.text().substring(digits, last);
      if (isName(writing, at, digits, last)) {
        String name = spoken + EnglishCount.named(number.charAt(0));
        return Match.words("Latin, named in English", at, last, name, Role.READING);
      }
      boolean flight = end - at == 2 && number.length() >= FLIGHT && isFlight(writing, at, last);
      spoken.append(
          flight ? Numerals.digitByDigit(number, '공') : Numerals.sino(number).replace(" ", ""));
      end = decimals(writing, last, spoken);
      int more = end;
      while (writing.isLatin(more)) {
        more++;
      }
      if (more > end && more - end <= 2) {
        spoken.append(letters.spell(writing.text().substring(end, more)));
        end = more;
      }
    }
    return Match.words("Latin", at, end, spoken.toString(), Role.READING);
  }

  /** Appends what stands behind the points of a version: {@code USB3.1}, {@code iOS9.3.2}. */
  private static int decimals(Writing writing, int end, StringBuilder spoken) {
    Matcher decimals = writing.match(DECIMALS, end);
    if (decimals == null) {
      return end;
    }
    for (String part : decimals.group().substring(1).split("\\.")) {
      spoken.append("점").append(Numerals.digitByDigit(part, '영'));
    }
    return decimals.end();
  }

  /**
   * Whether one capital and one figure are a name, which is said in English throughout: {@code A4
   * 용지}, {@code M2}; a place or a class that is counted isn't ({@code B1층}).
   */
  private boolean isName(Writing writing, int at, int digits, int last) {
    return digits == at + 1
        && last == digits + 1
        && writing.text().charAt(at) <= 'Z'
        && !writing.isLatin(last)
        && !counted.matcher(writing.text()).region(last, writing.text().length()).lookingAt();
  }

  /** Whether an airline or an aircraft is named just before or behind. */
  private boolean isFlight(Writing writing, int at, int end) {
    String before = writing.text().substring(Math.max(0, at - NEAR), at);
    return flights.matcher(before).find() || writing.startsWith("편", end);
  }

  /** The English article in front of an English word: {@code a green planet}. */
  private static boolean isArticle(Writing writing, int at) {
    char next = writing.at(at + 2);
    return writing.at(at) == 'a' && writing.at(at + 1) == ' ' && next >= 'a' && next <= 'z';
  }
}
