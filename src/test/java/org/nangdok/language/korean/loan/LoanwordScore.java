package org.nangdok.language.korean.loan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Scores lists of established loanwords, by the rules alone and as a sentence is read (listed words
 * first): exact spellings and errors among the letters. {@code -v} before a file shows its
 * mistakes.
 */
public final class LoanwordScore {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private LoanwordScore() {}

  public static void main(String[] arguments) throws IOException {
    var korean = new KoreanLanguage(VoicesFolder.shipped());
    boolean shown = false;
    for (String argument : arguments) {
      if (argument.equals("-v")) {
        shown = true;
        continue;
      }
      var rules = new Score();
      var read = new Score();
      for (TsvFile.Row row : TsvFile.parse(argument, Files.readString(Path.of(argument))).rows()) {
        List<String> wanted = Arrays.asList(row.field(1).split("\\|"));
        String rule = LoanwordSpelling.of(row.field(0), Map.of());
        String got = korean.read(row.field(0)).spoken().replace(" ", "");
        rules.count(wanted, rule);
        read.count(wanted, got);
        if (shown && !(wanted.contains(rule) && wanted.contains(got))) {
          OUT.printf(
              "%s\t%s\t%s\t%s\t%s%n",
              row.field(0),
              row.field(1),
              rule,
              got,
              EnglishPronunciation.onClassPath().of(row.field(0)));
        }
      }
      OUT.printf("%s: by rule %s; as read %s%n", Path.of(argument).getFileName(), rules, read);
      shown = false;
    }
  }

  /** Right words and wrong letters. */
  static final class Score {
    private int words;
    private int right;
    private int letters;
    private int wrong;

    void count(List<String> wanted, String got) {
      words++;
      right += wanted.contains(got) ? 1 : 0;
      letters += letters(wanted.getFirst()).length();
      wrong +=
          wanted.stream().mapToInt(one -> distance(letters(one), letters(got))).min().orElse(0);
    }

    double exact() {
      return (double) right / words;
    }

    double errors() {
      return (double) wrong / letters;
    }

    @Override
    public String toString() {
      return "%d of %d = %.3f, letters wrong %.3f".formatted(right, words, exact(), errors());
    }

    private static String letters(String hangul) {
      return Normalizer.normalize(hangul, Normalizer.Form.NFD);
    }

    private static int distance(String a, String b) {
      int[] row = new int[b.length() + 1];
      Arrays.setAll(row, i -> i);
      for (int i = 1; i <= a.length(); i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
          int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
          diagonal = row[j];
          row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
        }
      }
      return row[b.length()];
    }
  }
}
