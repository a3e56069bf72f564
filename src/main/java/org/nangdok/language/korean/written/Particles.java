package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.words.Draft;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Fits a particle to what is heard before it, where that isn't what the writer fitted it to: a
 * bracket that is read, a unit, Latin letters ({@code (8,000원)가} is read 원이; {@code
 * particles.tsv}).
 */
final class Particles {

  /** Behind a bare number these may be a division, a street or a noun: 수사2과, 종로3가. */
  private static final Set<String> NOT_BEHIND_NUMBERS = Set.of("과", "가", "이");

  /** One row: the forms after a coda, a vowel and ㄹ, and what may follow them. */
  private record Pair(String closed, String open, String afterL, Set<String> more) {

    String form(char coda) {
      return coda == Hangul.NONE ? open : coda == 'ㄹ' ? afterL : closed;
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  Particles(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/particles.tsv").rows()) {
      Set<String> more = Set.of(row.field(3).replace("=", "").split(" ", -1));
      pairs.add(new Pair(row.field(0), row.field(1), row.field(2), more));
    }
  }

  /** Replaces the particles that don't fit, in place. */
  void fit(List<Draft> words) {
    for (int i = 1; i < words.size(); i++) {
      Draft before = words.get(i - 1);
      Draft word = words.get(i);
      if (word.role() == Role.PLAIN && isHeardOtherwise(before, word.spoken())) {
        String spoken = fitting(word.spoken(), before.spoken());
        words.set(i, new Draft(spoken, word.start(), word.end(), word.role(), word.gap()));
      }
    }
  }

  private static boolean isHeardOtherwise(Draft before, String word) {
    return switch (before.gap()) {
      case NONE ->
          before.role() == Role.READING
              || before.role() != Role.PLAIN && !NOT_BEHIND_NUMBERS.contains(word);
      case QUOTED -> before.role() != Role.PLAIN;
      case CLOSED -> true;
      case SPACE, LIGHT, PAUSE -> false;
    };
  }

  private String fitting(String word, String before) {
    char coda = Hangul.coda(before.charAt(before.length() - 1));
    for (Pair pair : pairs) {
      for (String form : List.of(pair.closed(), pair.open())) {
        if (word.startsWith(form) && pair.more().contains(word.substring(form.length()))) {
          return pair.form(coda) + word.substring(form.length());
        }
      }
    }
    return word;
  }
}
