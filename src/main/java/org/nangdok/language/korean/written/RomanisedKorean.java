package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.loan.LoanwordSpelling;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/**
 * A Korean place or person in Latin letters: {@code Gangnam-gu}, {@code 55-gil}, {@code Kim
 * Min-jae}; surnames and kinds of places are data ({@code romanised.tsv}).
 */
final class RomanisedKorean implements WrittenForm {

  private static final Pattern PLACE =
      Pattern.compile("([A-Z][a-z]{1,20}|\\d{1,4})-?((?<=-)[a-z]+(?:-gil)?)(?![A-Za-z-])");
  private static final Pattern GIVEN =
      Pattern.compile("([A-Z][a-z]{1,6})-([a-z]{1,7})(?![A-Za-z-])");
  private static final Pattern SURNAME_FIRST =
      Pattern.compile("([A-Z][a-z]{1,6})\\s([A-Z][a-z]{1,6}-[a-z]{1,7})(?![A-Za-z-])");

  private static final Pattern UNDIVIDED =
      Pattern.compile("([A-Z][a-z]{1,6})\\s([A-Z][a-z]{3,11})(?![A-Za-z-])");

  private final Map<String, String> surnames = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  RomanisedKorean(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/romanised.tsv").rows()) {
      Map<String, String> list =
          switch (row.field(0)) {
            case "surname" -> surnames;
            case "kind" -> kinds;
            case "name" -> names;
            default -> throw row.wrong("Field 1 is surname, kind or name.");
          };
      list.put(row.field(1), row.field(2));
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    boolean begins = !writing.isLatin(at - 1) && !writing.isDigit(at - 1);
    if (!begins || !writing.isLatin(at) && !writing.isDigit(at) || writing.at(at - 1) == '-') {
      return null;
    }
    Match place = place(writing, at);
    return place != null ? place : person(writing, at);
  }

  private @Nullable Match place(Writing writing, int at) {
    Matcher place = writing.match(PLACE, at);
    String kind = place == null ? null : kinds.get(place.group(2));
    if (place == null || kind == null) {
      return null;
    }
    String written = place.group(1);
    String name =
        Character.isDigit(written.charAt(0)) ? Numerals.sino(written) : hangul(written, false);
    return name == null
        ? null
        : Match.words("romanised name", at, place.end(), name + kind, Role.READING);
  }

  private @Nullable Match person(Writing writing, int at) {
    Matcher whole = writing.match(SURNAME_FIRST, at);
    String surname = whole == null ? null : surnames.get(whole.group(1));
    if (whole != null && surname != null) {
      String given = given(whole.group(2));
      return given == null
          ? null
          : Match.words("romanised name", at, whole.end(), surname + given, Role.READING);
    }
    Match undivided = undivided(writing, at);
    if (undivided != null) {
      return undivided;
    }
    Matcher alone = writing.match(GIVEN, at);
    String given = alone == null ? null : given(alone.group());
    if (alone == null || given == null) {
      return null;
    }
    int end = alone.end();
    for (Map.Entry<String, String> behind : surnames.entrySet()) {
      int last = end + 1 + behind.getKey().length();
      if (writing.at(end) == ' '
          && writing.startsWith(behind.getKey(), end + 1)
          && !writing.isLatin(last)) {
        return Match.words(
            "romanised name", at, last, given + " " + behind.getValue(), Role.READING);
      }
    }
    return Match.words("romanised name", at, end, given, Role.READING);
  }

  /**
   * A surname, and two syllables in one that are no English word: {@code Kim Minjae}, not {@code
   * Han Solo}.
   */
  private @Nullable Match undivided(Writing writing, int at) {
    Matcher name = writing.match(UNDIVIDED, at);
    String surname = name == null ? null : surnames.get(name.group(1));
    if (name == null
        || surname == null
        || LoanwordSpelling.knows(name.group(2).toLowerCase(Locale.ROOT))) {
      return null;
    }
    String given = hangul(name.group(2), false);
    boolean two =
        given != null
            && given.length() == 2
            && !isClipped(given.substring(0, 1))
            && !isClipped(given.substring(1));
    return two
        ? Match.words("romanised name", at, name.end(), surname + given, Role.READING)
        : null;
  }

  /** Two syllables; nothing where one of them is none of Korean. */
  private @Nullable String given(String written) {
    String[] parts = written.split("-");
    String first = hangul(parts[0], true);
    String second = hangul(parts[1], true);
    boolean name = first != null && second != null && !isClipped(first) && !isClipped(second);
    return name ? first + second : null;
  }

  /** No given name ends so: Do-it, Pit-stop. */
  private static boolean isClipped(String syllable) {
    return Hangul.coda(syllable.charAt(0)) == 'ㄷ';
  }

  private @Nullable String hangul(String written, boolean one) {
    String listed = names.get(written);
    String hangul =
        listed != null ? listed : RevisedRomanisation.hangul(written.toLowerCase(Locale.ROOT));
    return hangul == null || one && hangul.length() != 1 ? null : hangul;
  }
}
