package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.KoreanLexicon;
import org.nangdok.language.lexicon.LexiconException;
import org.nangdok.language.lexicon.TsvFile;

/** The files of marked words are one lexicon that says one thing about a word. */
class LexiconConsistencyTest {

  private static final VoicesFolder VOICES = VoicesFolder.shipped();
  private static final List<String> FILES =
      List.of("tensing", "sino", "insertion", "nasal", "boundary", "plain");
  private static final String MARKS = "^+|=~";

  @Test
  void everyWordStandsInOneRowWithARuleThatIsExplained() {
    Set<String> rules = rows("rules").stream().map(row -> row.field(0)).collect(Collectors.toSet());
    var seen = new HashMap<String, String>();
    var wrong = new ArrayList<String>();
    for (String file : FILES) {
      for (TsvFile.Row row : rows(file)) {
        if (!rules.contains(row.field(1)) && !Set.of("plain", "loan").contains(row.field(1))) {
          wrong.add(place(row) + ": no rule " + row.field(1));
        }
        for (String marked : row.field(0).split(" +")) {
          String word = marked.replaceAll("[\\^+|=~]", "");
          String before = seen.put(word, place(row));
          if (before != null) {
            wrong.add(place(row) + ": " + word + " is in " + before + " already");
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void marksStandWhereTheirRuleCanWork() {
    var wrong = new ArrayList<String>();
    for (String file : FILES) {
      for (TsvFile.Row row : rows(file)) {
        for (String marked : row.field(0).split(" +")) {
          if (!fits(marked)) {
            wrong.add(place(row) + ": " + marked);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Tensing needs ㄱ ㄷ ㅂ ㅅ ㅈ, insertion a coda and 이 야 여 요 유 (or 얘, 예), ~ needs ㄴ and ㄹ. */
  private static boolean fits(String marked) {
    char before = ' ';
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (MARKS.indexOf(c) < 0) {
        before = c;
        continue;
      }
      char next = marked.charAt(i + 1);
      boolean possible =
          switch (c) {
            case '^' -> "ㄱㄷㅂㅅㅈ".indexOf(onset(next)) >= 0;
            case '+' ->
                coda(before) != 0 && onset(next) == 'ㅇ' && "ㅑㅒㅕㅖㅛㅠㅣ".indexOf(vowel(next)) >= 0;
            case '~' -> coda(before) == 4 && onset(next) == 'ㄹ';
            default -> true;
          };
      if (!possible) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aSecondRowForAWordStopsTheStart(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lexicon/ko/plain.tsv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "물=건\tplain\n물=건\tplain\n");
    assertThatThrownBy(() -> new KoreanLexicon(VoicesFolder.over(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("listed already");
  }

  private static char onset(char syllable) {
    return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".charAt((syllable - 0xAC00) / 588);
  }

  private static char vowel(char syllable) {
    return "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ".charAt((syllable - 0xAC00) % 588 / 28);
  }

  private static int coda(char syllable) {
    return (syllable - 0xAC00) % 28;
  }

  private static List<TsvFile.Row> rows(String name) {
    return TsvFile.open(VOICES, "lexicon/ko/" + name + ".tsv").rows();
  }

  private static String place(TsvFile.Row row) {
    return row.file() + ":" + row.line();
  }
}
