package org.nangdok.language.english;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Instruction;

/** What the author of an English text says about its reading. */
final class EnglishInstructed {

  /** A part that is read in another way: where it ends and its words. */
  record Part(int end, String words) {}

  private final Map<Integer, Part> parts = new HashMap<>();

  /** Pronunciations in IPA aren't followed: the engine is given words. */
  EnglishInstructed(String sentence, List<Instruction> instructions) {
    for (Instruction one : instructions) {
      if (one.start() < 0 || one.end() > sentence.length() || one.start() >= one.end()) {
        continue;
      }
      String words = words(one, sentence.substring(one.start(), one.end())).strip();
      if (!words.isEmpty()) {
        parts.put(one.start(), new Part(one.end(), words));
      }
    }
  }

  /** Where the next part begins at a place or behind it; the end of the sentence if none does. */
  int next(int place, int end) {
    return parts.keySet().stream().filter(at -> at >= place).min(Integer::compare).orElse(end);
  }

  @Nullable Part at(int place) {
    return parts.get(place);
  }

  private static String words(Instruction instruction, String written) {
    String digits = written.replaceAll("\\D", "");
    return switch (instruction.kind()) {
      case SUB -> instruction.value().replaceAll("[^\\p{IsLatin}' ]", " ").replaceAll(" +", " ");
      case PHONEME -> "";
      case SAY_AS ->
          switch (instruction.value()) {
            case "telephone", "digits" -> EnglishNumbers.digitByDigit(written);
            case "characters", "spell-out", "verbatim" -> characters(written);
            case "cardinal", "number" -> digits.isEmpty() ? "" : EnglishNumbers.cardinal(digits);
            case "ordinal" -> digits.isEmpty() ? "" : EnglishNumbers.ordinal(digits);
            default -> "";
          };
    };
  }

  private static String characters(String written) {
    var words = new StringBuilder();
    for (String sign : written.split("")) {
      words.append(
          sign.matches("\\d") ? EnglishNumbers.digitByDigit(sign) : EnglishCodes.letters(sign));
      words.append(' ');
    }
    return words.toString().replaceAll(" +", " ");
  }
}
