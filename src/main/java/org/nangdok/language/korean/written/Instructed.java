package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Instruction;
import org.nangdok.language.korean.words.Role;

/** What the author of the text says about its reading; it outranks even the user's lexicon. */
final class Instructed implements WrittenForm {

  private final Map<Integer, Match> matches = new HashMap<>();

  Instructed(List<Instruction> instructions, Folded folded, Normaliser normaliser) {
    for (Instruction instruction : instructions) {
      int start = folded.place(instruction.start());
      int end = folded.place(instruction.end());
      if (start < end && end <= folded.text().length()) {
        String spoken = spoken(instruction, folded.text().substring(start, end), normaliser);
        if (!spoken.isBlank()) {
          matches.put(start, Match.words("instruction", start, end, spoken, Role.READING));
        }
      }
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    return matches.get(at);
  }

  private static String spoken(Instruction instruction, String written, Normaliser normaliser) {
    return switch (instruction.kind()) {
      case SUB -> normaliser.asked(instruction.value(), "");
      case PHONEME -> normaliser.asked("", instruction.value());
      case SAY_AS ->
          switch (instruction.value()) {
            case "telephone", "digits", "characters", "spell-out", "verbatim" ->
                normaliser.characters(written);
            case "cardinal", "number" -> Numerals.sino(digits(written));
            case "ordinal" -> ordinal(digits(written));
            default -> "";
          };
    };
  }

  private static String ordinal(String digits) {
    if (digits.length() > 2) {
      return Numerals.sino(digits) + " 번째";
    }
    int value = Integer.parseInt(digits);
    String number = value == 1 ? "첫" : value == 0 ? "영" : Numerals.nativeBefore(value);
    return number + " 번째";
  }

  private static String digits(String written) {
    String digits = written.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? "0" : digits;
  }
}
