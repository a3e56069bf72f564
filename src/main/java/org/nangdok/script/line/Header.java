package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** Reads programme headers, such as {@code ■ 진행 : 김가람 앵커 ■ 출연 : 나다솜 / 화가}. */
final class Header {

  /**
   * Somebody whom a header introduces.
   *
   * @param part anchor, reporter or person
   */
  record Introduced(Part part, Who who) {}

  private static final int LONGEST_NAME = 8;
  private static final int LONGEST_FUNCTION = 12;

  private record Field(Set<WordKind> kinds, int start, int valueStart) {}

  private final Lexicon lexicon;
  private final WhoReader reader;

  Header(Lexicon lexicon, WhoReader reader) {
    this.lexicon = lexicon;
    this.reader = reader;
  }

  /** Whom a line introduces; null if it is no header. */
  @Nullable List<Introduced> read(String text) {
    if (text.length() > 400) {
      return null;
    }
    String line = unwrapped(text.strip());
    boolean marked =
        line.length() < text.strip().length()
            || !line.isEmpty() && lexicon.isGlyph(line.charAt(0))
            || line.startsWith("*");
    List<Field> fields = fields(line);
    if (fields.isEmpty() || fields.get(0).start() > 3) {
      return null;
    }
    List<Introduced> people = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      int end = i + 1 < fields.size() ? fields.get(i + 1).start() : line.length();
      String value = trimmed(line.substring(fields.get(i).valueStart(), end));
      Set<WordKind> kinds = fields.get(i).kinds();
      boolean sentence = Sentences.ends(value) || value.length() > 120;
      boolean naming = part(kinds) != null;
      if ((naming && sentence) || (!marked && !isNames(value, kinds))) {
        return null;
      }
      Part part = part(kinds);
      if (part != null) {
        for (String one : Phrase.LISTED.parts(value)) {
          add(people, part, one);
        }
      }
    }
    return people;
  }

  /**
   * Whom a line beside a header introduces by function and name: {@code 교통캐스터 : 김가람}; null if it is
   * no such line.
   */
  @Nullable List<Introduced> beside(String text) {
    Prefix prefix = Prefix.at(text, 0, lexicon);
    if (prefix == null || !prefix.isColon() || prefix.raw().length() > LONGEST_FUNCTION) {
      return null;
    }
    String value = text.substring(prefix.speech()).strip();
    Who who = value.isEmpty() ? Who.NOBODY : reader.read(value);
    boolean reports =
        lexicon.ends(WordKind.LIVE_REPORTER, prefix.raw())
            || lexicon.ends(WordKind.REPORTER, prefix.raw());
    boolean function = reports || reader.isFunction(prefix.raw());
    if (who.name() == null || !who.name().equals(value) || !function) {
      return null;
    }
    Who titled = who.withTitle(prefix.raw());
    return List.of(new Introduced(reports ? Part.LIVE_REPORTER : Part.PERSON, titled));
  }

  private void add(List<Introduced> people, Part part, String printed) {
    String text = printed.strip();
    int paren = text.indexOf('(');
    if (paren > 0 && Phrase.INSTEAD.in(text)) {
      text = text.substring(0, paren).strip();
    }
    if (text.isEmpty()) {
      return;
    }
    Who who = reader.read(text);
    if (who.name() == null && who.title() != null) {
      int space = who.title().indexOf(' ');
      if (space > 1 && space < 6) {
        who =
            who.withName(who.title().substring(0, space))
                .withTitle(who.title().substring(space + 1).strip());
      }
    }
    String bare = bare(text);
    if (who.name() == null && isEastAsianName(bare)) {
      who = who.withName(bare).withTitle(null);
    }
    if (who.name() != null) {
      people.add(new Introduced(part, who));
    }
  }

  private List<Field> fields(String line) {
    List<Field> fields = new ArrayList<>();
    int wordStart = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '：') {
        String word = line.substring(wordStart, i).strip();
        Set<WordKind> kinds = lexicon.kinds(word);
        if (isHeader(kinds)) {
          fields.add(new Field(kinds, wordStart, i + 1));
        }
      } else if (c == '/' || c == '|' || lexicon.isGlyph(c) || c == '*') {
        wordStart = i + 1;
      }
    }
    return fields;
  }

  private static boolean isHeader(Set<WordKind> kinds) {
    return kinds.contains(WordKind.HEADER_HOST)
        || kinds.contains(WordKind.HEADER_GUEST)
        || kinds.contains(WordKind.HEADER_REPORTER)
        || kinds.contains(WordKind.HEADER_OTHER);
  }

  private static @Nullable Part part(Set<WordKind> kinds) {
    if (kinds.contains(WordKind.HEADER_HOST)) {
      return Part.ANCHOR;
    }
    if (kinds.contains(WordKind.HEADER_REPORTER)) {
      return Part.REPORT;
    }
    return kinds.contains(WordKind.HEADER_GUEST) ? Part.PERSON : null;
  }

  /** Whether a value without a mark before its field is names and no speech. */
  private boolean isNames(String value, Set<WordKind> kinds) {
    if (value.isEmpty() || value.length() > 60 || Sentences.ends(value)) {
      return false;
    }
    if (kinds.contains(WordKind.HEADER_OTHER)) {
      return false;
    }
    for (String one : value.split("[,，、]\\s*")) {
      if (isEastAsianName(one)) {
        continue;
      }
      for (String word : one.split("\\s+")) {
        if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
          return false;
        }
      }
      Who who = reader.read(one);
      if (who.name() == null || who.name().split("\\s+").length > 4) {
        return false;
      }
    }
    return true;
  }

  /** A text without the bracket at its end. */
  private static String bare(String text) {
    int bracket = Math.max(text.indexOf('('), text.indexOf('（'));
    return bracket > 0 ? text.substring(0, bracket).strip() : text.strip();
  }

  /** Whether a text is short and of East Asian letters only, as a name beside a function is. */
  private static boolean isEastAsianName(String text) {
    String bare = bare(text);
    return bare.length() >= 2
        && bare.length() <= LONGEST_NAME
        && bare.charAt(0) >= '\u2e80'
        && bare.codePoints().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  private String unwrapped(String line) {
    if (line.length() < 3) {
      return line;
    }
    Group group = Group.at(line, 0, line.length(), lexicon);
    return group != null && group.end() == line.length() ? group.content(line) : line;
  }

  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0
        && (Sentences.isSpace(value.charAt(end - 1))
            || "/■□|".indexOf(value.charAt(end - 1)) >= 0)) {
      end--;
    }
    return value.substring(0, end).strip();
  }
}
