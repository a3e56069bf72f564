package org.nangdok.script.line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;

/**
 * Speakers whose labels are initials or family names of one syllable, resolved by the names that
 * stand above.
 *
 * @param people by initials
 * @param headers the lines that print the names
 * @param asker who is printed as the interviewer
 */
record Initials(Map<String, Who> people, Set<Integer> headers, @Nullable Who asker) {

  private static final Set<WordKind> FAMILY = Set.of(WordKind.SURNAME);
  private static final int HEADER_LINES = 12;
  private static final int FEWEST_WORDS = 6;

  static Initials of(List<SourceLine> lines, List<SourceLine> unread, Lexicon lexicon) {
    Set<String> labels = new LinkedHashSet<>();
    int first = Integer.MAX_VALUE;
    for (SourceLine line : lines) {
      String label = label(line.text(), lexicon);
      if (label != null) {
        labels.add(label);
        first = Math.min(first, line.number());
      }
    }
    Map<String, Who> people = new HashMap<>();
    Set<Integer> headers = new HashSet<>();
    Who asker = null;
    if (labels.isEmpty() || labels.size() > 8) {
      return new Initials(people, headers, null);
    }
    for (List<SourceLine> some : List.of(lines, unread)) {
      for (SourceLine line : some) {
        if (line.number() >= Math.min(first, HEADER_LINES)) {
          continue;
        }
        for (String label : labels) {
          Who who = name(line.text(), label, lexicon);
          if (who != null && people.putIfAbsent(label, who) == null) {
            if (!speaks(line.text(), lexicon) && !isProse(line.text())) {
              headers.add(line.number());
            }
            int colon = line.text().indexOf(':');
            String field = colon < 0 ? "" : line.text().substring(0, colon);
            asker = lexicon.has(WordKind.HEADER_HOST, field) ? who : asker;
          }
        }
      }
    }
    return new Initials(people, headers, asker);
  }

  /** Whether a line is a sentence that tells of the people. */
  private static boolean isProse(String text) {
    return Sentences.isFinished(text) && text.strip().split("\\s+").length >= FEWEST_WORDS;
  }

  /** Whether a line is a speaker's label and their words. */
  private static boolean speaks(String text, Lexicon lexicon) {
    Prefix prefix = Prefix.at(text, 0, lexicon);
    return prefix != null
        && prefix.isColon()
        && prefix.speech() < text.length()
        && Sentences.ends(text);
  }

  private static @Nullable String label(String text, Lexicon lexicon) {
    boolean family = text.length() > 2 && KoreanNames.isHangul(text.charAt(0));
    if (family && text.charAt(1) == ':' && lexicon.kinds(text.substring(0, 1)).equals(FAMILY)) {
      return text.substring(0, 1);
    }
    int i = 0;
    while (i < text.length() && i < 4 && text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
      i++;
    }
    return i >= 2 && i <= 3 && i < text.length() && text.charAt(i) == ':'
        ? text.substring(0, i)
        : null;
  }

  /** The one name of a Korean family among words. */
  private static @Nullable Who ofFamily(String[] words, String family, Lexicon lexicon) {
    KoreanNames korean = new KoreanNames(lexicon);
    List<String> names =
        Stream.of(words)
            .filter(word -> word.startsWith(family) && korean.isName(word))
            .distinct()
            .toList();
    return names.size() == 1 ? new Who(names.getFirst(), null, null, null) : null;
  }

  private static @Nullable Who name(String text, String initials, Lexicon lexicon) {
    if (text.length() > 200) {
      return null;
    }
    String[] words = text.split("[\\s,.:;()]+");
    if (KoreanNames.isHangul(initials.charAt(0))) {
      return ofFamily(words, initials, lexicon);
    }
    int n = initials.length();
    for (int i = words.length - n; i >= 0; i--) {
      boolean match = true;
      for (int k = 0; k < n && match; k++) {
        String word = words[i + k];
        match =
            word.length() > 1
                && word.charAt(0) == initials.charAt(k)
                && !lexicon.has(WordKind.HONORIFIC, word);
      }
      if (match) {
        String title = i > 0 && lexicon.has(WordKind.HONORIFIC, words[i - 1]) ? words[i - 1] : null;
        String name = String.join(" ", List.of(words).subList(i, i + n));
        return new Who(name, title, null, null);
      }
    }
    return null;
  }
}
