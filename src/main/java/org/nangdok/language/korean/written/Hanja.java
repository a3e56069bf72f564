package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/** Chinese characters: as headlines use them alone (美), in words (韓美), or as a gloss (反). */
final class Hanja implements WrittenForm {

  private final Map<String, String> alone = new HashMap<>();
  private final Map<Character, Character> readings = new HashMap<>();

  Hanja(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/hanja.tsv").rows()) {
      String characters = row.field(0);
      String reading = row.field(1);
      if (reading.length() == 1) {
        characters.chars().forEach(c -> readings.put((char) c, reading.charAt(0)));
      } else {
        alone.put(characters, reading);
      }
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    boolean gloss =
        writing.at(at) == '(' && isHanja(writing.at(at + 1)) && writing.isHangul(at - 1);
    int start = gloss ? at + 1 : at;
    int end = start;
    while (isHanja(writing.at(end))) {
      end++;
    }
    if (end == start) {
      return null;
    }
    if (gloss) {
      return writing.at(end) == ')' ? new Match("gloss", end + 1, java.util.List.of()) : null;
    }
    String written = writing.text().substring(start, end);
    String listed =
        writing.isHangul(end) && written.length() == 1 && isPrefix(writing, end)
            ? null
            : alone.get(written);
    String spoken = listed != null ? listed : read(written);
    if (spoken.length() < written.length()) {
      return null; // what has no reading isn't said to be read
    }
    return Match.words("hanja", start, end, spoken, Role.READING);
  }

  /** A character before Hangul is a prefix of that word unless a particle follows. */
  private static boolean isPrefix(Writing writing, int end) {
    return writing.hangulEnd(end) - end > 1;
  }

  private String read(String written) {
    var spoken = new StringBuilder();
    for (char c : written.toCharArray()) {
      Character reading = readings.get(c);
      if (reading != null) {
        spoken.append(spoken.isEmpty() ? InitialSound.of(reading) : reading);
      }
    }
    return spoken.toString();
  }

  private static boolean isHanja(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
