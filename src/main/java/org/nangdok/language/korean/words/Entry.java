package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.lexicon.TsvFile;

/**
 * A lexicon entry: a word with marks at the places where it is pronounced against, or beyond, what
 * its spelling tells.
 *
 * @param word the spelling
 * @param marks one for each place before a syllable, in order of the syllables, empty where nothing
 *     is marked
 * @param sounds the respelling before the general rules, as long as the word
 * @param rule id of the rule that the entry stands for
 */
record Entry(String word, List<Optional<Mark>> marks, String sounds, String rule) {

  /** Reads a marked word such as {@code 문^법}. */
  static Entry of(TsvFile.Row row, String marked, String rule) {
    var word = new StringBuilder();
    var marks = new ArrayList<Optional<Mark>>();
    Optional<Mark> pending = Optional.empty();
    for (char c : marked.toCharArray()) {
      Optional<Mark> mark = Mark.of(c);
      if (mark.isPresent() && pending.isEmpty()) {
        pending = mark;
      } else if (Hangul.isSyllable(c)) {
        word.append(c);
        marks.add(pending);
        pending = Optional.empty();
      } else {
        throw row.wrong(
            "\"" + marked + "\" must be Hangul syllables with one of ^ + | = ~ between them.");
      }
    }
    if (pending.isPresent() || word.isEmpty()) {
      throw row.wrong("\"" + marked + "\" must end in a Hangul syllable.");
    }
    return new Entry(word.toString(), List.copyOf(marks), word.toString(), rule);
  }

  /** Reads a word with a respelling such as {@code 맛있다} and {@code 마싣다}. */
  static Entry respelled(TsvFile.Row row, String word, String sounds, String rule) {
    if (!Hangul.isAllSyllables(word)
        || !Hangul.isAllSyllables(sounds)
        || word.length() != sounds.length()) {
      throw row.wrong("\"" + word + "\" and \"" + sounds + "\" must be Hangul of the same length.");
    }
    var marks = new ArrayList<Optional<Mark>>();
    word.chars().forEach(c -> marks.add(Optional.empty()));
    return new Entry(word, List.copyOf(marks), sounds, rule);
  }

  /** The same with the marks of a word that it begins with, where it has none of its own. */
  Entry completedBy(Entry part) {
    var both = new ArrayList<Optional<Mark>>(marks);
    for (int i = 0; i < part.marks.size(); i++) {
      if (both.get(i).isEmpty()) {
        both.set(i, part.marks.get(i));
      }
    }
    return new Entry(word, List.copyOf(both), sounds, rule);
  }

  /** Whether it only says that the word stays as it is spelled. */
  boolean isPlain() {
    return marks.stream().flatMap(Optional::stream).allMatch(mark -> mark == Mark.PLAIN);
  }

  /** The part from the first marked place on, as in {@code 역} of {@code +역}. */
  boolean startsMarked() {
    return marks.getFirst().isPresent();
  }
}
