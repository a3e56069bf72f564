package org.nangdok.script.person;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.Style;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;

/** Reads a printed speaker, such as {@code 김가람 / 마을 이장 (음성변조)}, into its parts. */
public final class WhoReader {

  private final Lexicon lexicon;
  private static final int LONGEST_NAME = 12;

  /** Where on a tape somebody speaks: {@code 00:12~00:20}. */
  private static final Pattern TIMES =
      Pattern.compile(
          "\\(?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[~-] ?(?:\\d{1,2}:)?\\d{1,2}:\\d{2})?\\)?|\\d{1,2}[~-]\\d{1,2}$");

  private final KoreanNames names;
  private final LatinSpeakers latin;

  /** A reader that knows the words of a lexicon. */
  public WhoReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.names = new KoreanNames(lexicon);
    this.latin = new LatinSpeakers(lexicon);
  }

  /** The speaker that a label prints; {@link Who#NOBODY} if nothing is left of it. */
  public Who read(String raw) {
    String folded = fold(raw);
    if (folded.isEmpty()) {
      return Who.NOBODY;
    }
    return isLatin(folded) ? latin.read(folded) : readEastAsian(folded);
  }

  /** Whether a text can be a line that holds nothing but a speaker. */
  public boolean isSpeaker(String text) {
    Who who = read(text);
    return who.name() != null
        || (who.title() != null && (isFunction(who.title()) || text.indexOf('/') > 0));
  }

  /** Whether a function's last word is known. */
  public boolean isFunction(String title) {
    String last = KoreanNames.lastWord(title);
    return names.isFunction(last) || names.title(last) != null;
  }

  /** The manner that a remark in brackets states, or null. */
  public @Nullable Style style(String remark) {
    return Manner.style(remark, lexicon);
  }

  private Who readEastAsian(String raw) {
    Manner manner = Manner.of(raw, lexicon);
    String text = slashed(belonging(manner.text()));
    List<String> parts = new ArrayList<>();
    for (String part : text.split("/", 2)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    String first = parts.isEmpty() ? "" : parts.get(0);
    String rest = parts.size() > 1 ? parts.get(1) : null;
    if (!manner.notes().isEmpty()) {
      String note = String.join(", ", manner.notes());
      rest = rest == null ? note : rest + ", " + note;
    }
    Who bearer = bearer(first, manner.notes(), parts.size());
    if (bearer != null) {
      return bearer;
    }
    Who who = first.isEmpty() ? Who.NOBODY : nameAndTitle(first, rest, parts.size() > 1);
    return who.withStyle(manner.style()).withGender(gender(first, rest));
  }

  /** A function and in brackets who has it, with a form of address: {@code 議長(川上進君)}. */
  private @Nullable Who bearer(String function, List<String> notes, int parts) {
    String note = notes.size() == 1 && parts == 1 ? notes.getFirst() : "";
    for (String address : lexicon.texts(WordKind.HONORIFIC)) {
      boolean addressed =
          note.endsWith(address) && note.length() > address.length() && note.charAt(0) > '\u2e80';
      if (addressed && note.length() <= LONGEST_NAME) {
        return new Who(note.substring(0, note.length() - address.length()), function, null, null);
      }
    }
    boolean held = names.isName(note) && !names.isName(function) && isFunction(function);
    return held ? new Who(note, function, null, null) : null;
  }

  /**
   * A name with a form of address behind where it belongs, the other way round: {@code 会・川上葉さん}.
   */
  private String belonging(String text) {
    int dot = text.lastIndexOf('・');
    String name = dot < 0 ? "" : text.substring(dot + 1).strip();
    for (String address : lexicon.texts(WordKind.HONORIFIC)) {
      if (dot > 0 && name.endsWith(address) && name.length() > address.length() + 1) {
        return name.substring(0, name.length() - address.length()) + "/" + text.substring(0, dot);
      }
    }
    return text;
  }

  /** Name and function that a comma or a dash sets apart, set apart by a slash. */
  private static String slashed(String text) {
    int comma = text.indexOf(", ");
    if (comma > 1 && comma <= LONGEST_NAME && text.indexOf('/') < 0) {
      return text.substring(0, comma) + "/" + text.substring(comma + 2);
    }
    int dash = text.indexOf(" - ");
    return dash > 0 && dash <= 8 && text.indexOf('/') < 0
        ? text.substring(0, dash) + "/" + text.substring(dash + 3)
        : text;
  }

  private Who nameAndTitle(String first, @Nullable String rest, boolean slash) {
    if (rest != null && isLabelled(first, slash)) {
      Who inner = titled(first);
      return inner == null ? person(first, rest) : person(inner.name(), join(inner.title(), rest));
    }
    if (rest == null) {
      Who byRole = roleAndName(first);
      if (byRole != null) {
        return byRole;
      }
      if (names.isName(first) || names.isAddressed(first) || isElder(first)) {
        return person(first, null);
      }
      Who inner = titled(first);
      return inner != null ? inner : isHanName(first) ? person(first, null) : person(null, first);
    }
    return person(null, join(first, rest));
  }

  /** Whether the first part is a name since the print sets a title apart from it. */
  private boolean isLabelled(String first, boolean slash) {
    if (names.isName(first) || names.isAddressed(first) || isElder(first)) {
      return true;
    }
    String last = KoreanNames.lastWord(first);
    if (names.isFunction(last) || lexicon.ends(WordKind.ROLE, last)) {
      return titled(first) != null;
    }
    return slash || names.mayBeName(first);
  }

  /** A role and a name behind it without a slash: {@code 목격자 A씨}, {@code 시민 김하늘}. */
  private @Nullable Who roleAndName(String text) {
    int space = text.indexOf(' ');
    if (space < 0 || text.indexOf(' ', space + 1) >= 0) {
      return null;
    }
    String first = text.substring(0, space);
    String second = text.substring(space + 1);
    boolean person = names.isName(second) || second.length() > 1 && names.isAddressed(second);
    return person && lexicon.has(WordKind.ROLE, first) ? person(second, first) : null;
  }

  /** Name and title in a row, either first. */
  private @Nullable Who titled(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      return glued(text);
    }
    String first = text.substring(0, space);
    String rest = text.substring(space + 1).strip();
    if (isHan(first)) {
      boolean role =
          lexicon.has(WordKind.ROLE, first)
              || lexicon.has(WordKind.REPORTER, first)
              || lexicon.has(WordKind.ANCHOR, first);
      return role ? person(rest, first) : null;
    }
    String last = KoreanNames.lastWord(rest);
    if (names.isName(first) && names.title(uncounted(last)) != null) {
      return person(first, rest);
    }
    int lastSpace = text.lastIndexOf(' ');
    String end = text.substring(lastSpace + 1);
    String start = text.substring(0, lastSpace).strip();
    if (names.isName(end) && names.title(KoreanNames.lastWord(start)) != null) {
      return person(end, start);
    }
    if (names.mayBeName(first)
        && lexicon.has(WordKind.TITLE, rest)
        && first.length() == 2
        && lexicon.has(WordKind.SURNAME, first.substring(0, 1))
        && (lexicon.has(WordKind.REPORTER, rest) || lexicon.has(WordKind.ANCHOR, rest))) {
      return person(first, rest);
    }
    return null;
  }

  /** A word without the number before it: {@code 3학년}. */
  private static String uncounted(String word) {
    int i = 0;
    while (i < word.length() - 1 && Character.isDigit(word.charAt(i))) {
      i++;
    }
    return word.substring(i);
  }

  /** A Chinese function and name without a space: {@code 記者王小安}. */
  private @Nullable Who glued(String text) {
    for (int at = 2; at <= 3 && text.length() - at >= 2 && text.length() - at <= 3; at++) {
      String function = text.substring(0, at);
      boolean known =
          lexicon.has(WordKind.REPORTER, function) || lexicon.has(WordKind.ANCHOR, function);
      if (known && isHan(text) && !names.isFunction(text.substring(at))) {
        return person(text.substring(at), function);
      }
    }
    return null;
  }

  private boolean isElder(String text) {
    int space = text.indexOf(' ');
    return space > 0
        && text.indexOf(' ', space + 1) < 0
        && names.isName(text.substring(0, space))
        && kin(text.substring(space + 1)) != null;
  }

  private @Nullable Gender gender(String first, @Nullable String rest) {
    Gender gender = kin(KoreanNames.lastWord(first));
    if (gender == null && names.isAddressed(first)) {
      gender = Ending.GIRL.of(first) ? Gender.FEMALE : Ending.BOY.of(first) ? Gender.MALE : null;
    }
    return gender == null && rest != null ? kin(KoreanNames.lastWord(rest)) : gender;
  }

  private @Nullable Gender kin(String word) {
    for (int from = 0; from < word.length() && word.length() - from >= 1; from++) {
      String end = word.substring(from);
      if (from > 0 && end.length() < 3) {
        return null;
      }
      if (lexicon.has(WordKind.KIN_FEMALE, end)) {
        return Gender.FEMALE;
      }
      if (lexicon.has(WordKind.KIN_MALE, end)) {
        return Gender.MALE;
      }
    }
    return null;
  }

  private static Who person(@Nullable String name, @Nullable String title) {
    return new Who(name == null ? null : unpadded(name), title, null, null);
  }

  private static @Nullable String join(@Nullable String first, @Nullable String second) {
    return first == null ? second : second == null ? first : first + "/" + second;
  }

  /** A Chinese name without the space that pads it to three cells. */
  private static String unpadded(String name) {
    return isHan(name.replace(" ", "")) && name.length() <= 5 ? name.replace(" ", "") : name;
  }

  private boolean isHanName(String text) {
    String name = text.replace(" ", "");
    return isHan(name) && name.length() >= 2 && name.length() <= 4 && !names.isFunction(name);
  }

  private static boolean isHan(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static boolean isLatin(String text) {
    int latin = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        if (c < '\u0250') {
          latin++;
        } else {
          other++;
        }
      }
    }
    return latin > 0 && other == 0;
  }

  private static String fold(String raw) {
    String text = raw.replace('\u00a0', ' ').replace('\u3000', ' ').replace('／', '/').strip();
    return text.indexOf(':') < 0 && text.indexOf('~') < 0
        ? text
        : TIMES.matcher(text).replaceAll("").strip();
  }
}
