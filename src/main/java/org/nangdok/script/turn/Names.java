package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.KoreanNames;

/** Finds the reporters' names that anchors call and that reporters sign off with. */
final class Names {

  private Names() {}

  /** The names that a text hands over to, in order; a bare family name is kept as one syllable. */
  static List<String> called(String text, Lexicon lexicon) {
    List<String> names = new ArrayList<>();
    KoreanNames korean = new KoreanNames(lexicon);
    List<Integer> places = new ArrayList<>();
    for (String pattern : lexicon.texts(WordKind.HAND_OVER)) {
      int slot = pattern.indexOf("{}");
      String before = pattern.substring(0, slot);
      String after = pattern.substring(slot + 2);
      String literal = before.isEmpty() ? after : before;
      for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
        String name =
            before.isEmpty() ? wordBefore(text, at) : hanAfter(text, at + before.length());
        boolean longer = lexicon.begins(WordKind.COMPOUND, text, at + literal.length());
        if (name != null && !longer && isName(name, korean)) {
          int place = 0;
          while (place < places.size() && places.get(place) <= at) {
            place++;
          }
          places.add(place, at);
          names.add(place, name);
          String partner = before.isEmpty() ? listed(text, at, name, korean) : null;
          if (partner != null) {
            places.add(place, at);
            names.add(place, partner);
          }
        }
      }
    }
    return names;
  }

  /** The name before a called name and a comma: {@code 김가람, 나다솜 기자가 차례로 …}; null if none. */
  private static @Nullable String listed(String text, int title, String name, KoreanNames korean) {
    int at = text.lastIndexOf(name, title) - 1;
    while (at > 0 && Sentences.isSpace(text.charAt(at))) {
      at--;
    }
    if (at < 1 || ",·".indexOf(text.charAt(at)) < 0) {
      return null;
    }
    String partner = wordBefore(text, at);
    return partner != null && partner.length() > 1 && korean.isName(partner) ? partner : null;
  }

  /** Whether a text announces that several reporters speak one after the other. */
  static boolean isSeries(String text, Lexicon lexicon) {
    return Phrase.SERIES.in(text) && called(text, lexicon).size() > 1;
  }

  /** Whether a text calls a reporter. */
  static boolean handsOver(String text, Lexicon lexicon) {
    return !called(text, lexicon).isEmpty();
  }

  private static boolean isName(String name, KoreanNames korean) {
    return !KoreanNames.isHangul(name.charAt(0)) || name.length() == 1 || korean.mayBeName(name);
  }

  private static @Nullable String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && end - start < 6 && KoreanNames.isHangul(text.charAt(start - 1))) {
      start--;
    }
    boolean whole = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    return start == end || !whole || end - start > 5 ? null : text.substring(start, end);
  }

  private static @Nullable String hanAfter(String text, int start) {
    int end = start;
    while (end < text.length()
        && end - start < 5
        && Character.UnicodeScript.of(text.charAt(end)) == Character.UnicodeScript.HAN) {
      end++;
    }
    return end - start < 2 || end - start > 3 ? null : text.substring(start, end);
  }

  /** The name with which a reporter signs off at the end of a text, or null. */
  static @Nullable String signedOff(String text, Lexicon lexicon) {
    int end = text.length();
    while (end > 0 && !KoreanNames.isHangul(text.charAt(end - 1))) {
      end--;
    }
    int named = Ending.COPULA.start(text, end);
    return named > 0 ? name(text, named, lexicon) : null;
  }

  private static @Nullable String name(String text, int end, Lexicon lexicon) {
    int stop = end - titleLength(text.substring(0, end), lexicon);
    while (stop > 0 && Sentences.isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    String name = wordBefore(text, stop);
    if (name == null) {
      return null;
    }
    int start = stop - name.length();
    int sentence = start;
    while (sentence > 0 && start - sentence < 40 && !Sentences.isStop(text.charAt(sentence - 1))) {
      sentence--;
    }
    String lead = text.substring(sentence, start).strip();
    KoreanNames names = new KoreanNames(lexicon);
    return lead.isEmpty()
        ? names.isName(name) ? name : null
        : isSignOff(lead, lexicon) && names.mayBeName(name) ? name : null;
  }

  /** The length of the reporter's title at the end of a text; 0 if there is none. */
  private static int titleLength(String text, Lexicon lexicon) {
    return Stream.of(WordKind.REPORTER, WordKind.LIVE_REPORTER)
        .flatMap(kind -> lexicon.texts(kind).stream())
        .filter(text::endsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** Whether words before a name are an outlet's, or begin as a reporter's last sentence does. */
  private static boolean isSignOff(String lead, Lexicon lexicon) {
    int space = lead.lastIndexOf(' ');
    return lexicon.occurs(WordKind.SIGN_OFF, lead.substring(space + 1))
        || lexicon.begins(WordKind.SIGN_OFF, lead);
  }
}
