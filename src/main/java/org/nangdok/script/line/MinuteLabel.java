package org.nangdok.script.line;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/**
 * A label of a Korean parliament's minutes, which no sign ends: {@code ○위원장 김가람 …}, {@code ○나다솜 위원
 * …}.
 *
 * @param speech where the words after it begin
 */
record MinuteLabel(Who who, int speech) {

  private static final int LONGEST_HAN_NAME = 4;
  private static final String GLYPHS = "○◯●";

  /** Whether several lines are labelled so. */
  static boolean isUsed(List<SourceLine> lines, WhoReader reader, Lexicon lexicon) {
    int labels = 0;
    int unsigned = 0;
    int chaired = 0;
    Set<String> people = new HashSet<>();
    for (SourceLine line : lines) {
      MinuteLabel label = at(line.text(), 0, reader);
      boolean sign = label != null && GLYPHS.indexOf(line.text().strip().charAt(0)) >= 0;
      labels += sign ? 1 : 0;
      if (label != null && !sign) {
        unsigned++;
        chaired += lexicon.has(WordKind.ROLE_CHAIR, String.valueOf(label.who().title())) ? 1 : 0;
        people.add(String.valueOf(label.who().name()));
      }
    }
    boolean recurring = people.size() > 1 && unsigned > people.size();
    return labels > 1 || recurring && (unsigned * 2 > lines.size() || chaired > 1);
  }

  /** The label that begins at a position, or null. */
  static @Nullable MinuteLabel at(String text, int position, WhoReader reader) {
    int start = Prefix.skip(text, position);
    if (start >= text.length()) {
      return null;
    }
    boolean sign = GLYPHS.indexOf(text.charAt(start)) >= 0;
    start += sign ? 1 : 0;
    int first = word(text, start);
    int second = word(text, Prefix.skip(text, first));
    if (first == start || first >= text.length() || second >= text.length()) {
      return null;
    }
    boolean letters =
        Character.isLetter(text.charAt(first - 1)) && Character.isLetter(text.charAt(second - 1));
    Who who = letters ? reader.read(text.substring(start, second)) : Who.NOBODY;
    who = sign && letters && who.name() == null ? han(text, start, first, second, reader) : who;
    return who.name() != null && who.title() != null
        ? new MinuteLabel(who, Prefix.skip(text, second))
        : null;
  }

  /** A function and a name of Han characters, in either order. */
  private static Who han(String text, int start, int first, int second, WhoReader reader) {
    String one = text.substring(start, first);
    String other = text.substring(first, second).strip();
    if (!NameShape.isHan(one) || !NameShape.isHan(other)) {
      return Who.NOBODY;
    }
    boolean named = reader.isFunction(other);
    String name = named ? one : other;
    return name.length() > 1 && name.length() <= LONGEST_HAN_NAME
        ? new Who(name, named ? other : one, null, null)
        : Who.NOBODY;
  }

  private static int word(String text, int start) {
    int i = start;
    while (i < text.length() && !Sentences.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
