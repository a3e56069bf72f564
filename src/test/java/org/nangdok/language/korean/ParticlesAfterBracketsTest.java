package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.SharedFolder;
import org.nangdok.language.SpokenWord;

/** Particles behind a bracket fit what is heard last, in 3,000 real sentences. */
class ParticlesAfterBracketsTest {

  private static final Pattern PARTICLE = Pattern.compile("[)\\]](은|는|이|가|을|를|과|와|으로|로)(?![가-힣])");

  /** Whether a coda stands before each particle; 로 follows ㄹ too. */
  private static final Map<String, Boolean> AFTER_CODA =
      Map.of(
          "은", true, "는", false, "이", true, "가", false, "을", true, "를", false, "과", true, "와",
          false);

  private static KoreanLanguage korean;

  @BeforeAll
  static void load() {
    korean = new KoreanLanguage(VoicesFolder.shipped());
  }

  @Test
  void fitTheLastSoundInAllButOneOfAHundredRealSentences() throws IOException {
    var wrong = new ArrayList<String>();
    int total = 0;
    for (String sentence : Files.readAllLines(SharedFolder.file("korean/klue.txt"))) {
      Matcher particles = PARTICLE.matcher(sentence);
      List<SpokenWord> words = List.of();
      while (particles.find()) {
        words = words.isEmpty() ? korean.read(sentence).words() : words;
        total++;
        String heard = heardAt(words, particles.end());
        if (!fits(heard)) {
          wrong.add(heard + " in " + sentence);
        }
      }
    }
    assertThat(total).isGreaterThan(200);
    assertThat(wrong).as(total + " particles").hasSizeLessThanOrEqualTo(total / 100);
  }

  /** What is heard up to a place, without spaces. */
  private static String heardAt(List<SpokenWord> words, int end) {
    var heard = new StringBuilder();
    words.stream().filter(word -> word.end() <= end).forEach(word -> heard.append(word.spoken()));
    return heard.substring(Math.max(0, heard.length() - 6));
  }

  private static boolean fits(String heard) {
    if (heard.endsWith("로")) {
      boolean full = heard.endsWith("으로");
      int coda = coda(heard, full ? 3 : 2);
      return full == (coda != 0 && coda != 8);
    }
    String last = heard.substring(heard.length() - 1);
    return AFTER_CODA.containsKey(last) && AFTER_CODA.get(last) == (coda(heard, 2) != 0);
  }

  private static int coda(String heard, int fromEnd) {
    return (heard.charAt(heard.length() - fromEnd) - 0xAC00) % 28;
  }
}
