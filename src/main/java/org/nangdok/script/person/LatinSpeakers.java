package org.nangdok.script.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;

/** Reads speakers of transcripts in Latin letters: {@code SEN. IVY CROSS (R), Montana}. */
final class LatinSpeakers {

  private static final int MOST_WORDS = 3;

  private final Lexicon lexicon;

  LatinSpeakers(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Who read(String raw) {
    Manner manner = Manner.of(raw, lexicon);
    String text = manner.text();
    int comma = text.indexOf(',');
    String head = unaddressed((comma < 0 ? text : text.substring(0, comma)).strip());
    if (manner.notes().size() == 1 && lexicon.has(WordKind.ARTICLE, firstWord(head))) {
      String holder = manner.notes().getFirst();
      if (isWholeName(holder)) {
        return new Who(holder, head, manner.style(), null);
      }
    }
    List<String> titles = new ArrayList<>();
    Gender gender = null;
    List<String> words = new ArrayList<>(List.of(head.split("\\s+")));
    while (words.size() > 1) {
      int length = honorific(words);
      if (length == 0) {
        break;
      }
      String honorific = String.join(" ", words.subList(0, length));
      if (lexicon.has(WordKind.ROLE_CHAIR, head)) {
        break;
      }
      gender = stated(honorific, gender);
      titles.add(honorific);
      words.subList(0, length).clear();
    }
    for (String note : manner.notes()) {
      titles.add(note);
    }
    if (comma >= 0 && !text.substring(comma + 1).isBlank()) {
      titles.add(text.substring(comma + 1).strip());
    }
    String name = String.join(" ", words);
    if (gender == null) {
      gender = isAnonymous(name) ? sex(name) : null;
    }
    return new Who(
        name.isEmpty() ? null : name,
        titles.isEmpty() ? null : String.join(", ", titles),
        manner.style(),
        gender);
  }

  private static String firstWord(String text) {
    return text.substring(0, Math.max(text.indexOf(' '), 0));
  }

  /** Whether a text is two or three words that begin as names do. */
  private static boolean isWholeName(String text) {
    String[] words = text.split(" ");
    return words.length > 1
        && words.length <= MOST_WORDS
        && Arrays.stream(words)
            .allMatch(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)));
  }

  /** A speaker without whom they ask: {@code NELL HARKER to the Minister}. */
  private String unaddressed(String head) {
    for (String word : lexicon.texts(WordKind.ADDRESSEE)) {
      int at = head.indexOf(" " + word + " ");
      if (at > 0) {
        return head.substring(0, at).strip();
      }
    }
    return head;
  }

  private boolean isAnonymous(String name) {
    int space = name.indexOf(' ');
    return space > 0 && lexicon.has(WordKind.ANONYMOUS, name.substring(0, space));
  }

  private int honorific(List<String> words) {
    for (int length = Math.min(2, words.size() - 1); length > 0; length--) {
      String text = String.join(" ", words.subList(0, length));
      if (lexicon.has(WordKind.HONORIFIC, text)
          || lexicon.has(WordKind.HONORIFIC_MALE, text)
          || lexicon.has(WordKind.HONORIFIC_FEMALE, text)) {
        return length;
      }
    }
    return 0;
  }

  private @Nullable Gender stated(String honorific, @Nullable Gender before) {
    if (lexicon.has(WordKind.HONORIFIC_FEMALE, honorific)) {
      return Gender.FEMALE;
    }
    return lexicon.has(WordKind.HONORIFIC_MALE, honorific) ? Gender.MALE : before;
  }

  private @Nullable Gender sex(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (lexicon.has(WordKind.KIN_FEMALE, word)) {
        return Gender.FEMALE;
      }
      if (lexicon.has(WordKind.KIN_MALE, word)) {
        return Gender.MALE;
      }
    }
    return null;
  }
}
