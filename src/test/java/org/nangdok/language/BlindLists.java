package org.nangdok.language;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Scores lists of readings: {@code ko FILE}, {@code en FILE} or {@code sentences FILE}, in pairs.
 */
public final class BlindLists {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Loaded when something is scored. */
  private static final class Loaded {
    static final Map<String, Language> LANGUAGES =
        Map.of(
            "ko", new KoreanLanguage(VoicesFolder.shipped()),
            "en", new EnglishLanguage(VoicesFolder.shipped()));
  }

  private static final List<String> LETTERS =
      List.of(
          ("ay bee see dee ee eff gee aitch eye jay kay ell em en oh pea cue are ess tea you vee"
                  + " double~you ex why zee")
              .split(" "));

  private BlindLists() {}

  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String kind = arguments[i];
      Map<String, int[]> score = new TreeMap<>();
      for (TsvFile.Row row :
          TsvFile.parse(arguments[i + 1], Files.readString(Path.of(arguments[i + 1]))).rows()) {
        Item item = item(kind, row);
        boolean right = item.accepted.contains(item.got);
        int[] counts = score.computeIfAbsent(item.kind, k -> new int[2]);
        counts[0] += right ? 1 : 0;
        counts[1]++;
        if (!right) {
          OUT.println(item.kind + "\t" + item.text + "\t" + item.shown);
        }
      }
      OUT.println(
          arguments[i + 1]
              + ": "
              + score.entrySet().stream()
                  .map(e -> "%s %d of %d".formatted(e.getKey(), e.getValue()[0], e.getValue()[1]))
                  .collect(joining(", ")));
    }
  }

  private static Language language(String tag) {
    return Objects.requireNonNull(Loaded.LANGUAGES.get(tag), tag);
  }

  private record Item(String kind, String text, String shown, String got, List<String> accepted) {}

  private static Item item(String kind, TsvFile.Row row) {
    return switch (kind) {
      case "ko" -> {
        Explanation told = language("ko").explain(row.field(1));
        String got = row.field(0).equals("g2p") ? told.pronounced() : told.spoken();
        yield new Item(
            row.field(0), row.field(1), got, letters(got), all(row.field(2), BlindLists::letters));
      }
      case "en" -> {
        String got = language("en").read(row.field(0)).spoken();
        yield new Item(
            "en", row.field(0), got, english(got), all(row.field(1), BlindLists::english));
      }
      default -> {
        String text = row.field(1).replace("|", "");
        String got = marked(text, language(row.field(0)).sentences(text));
        yield new Item(row.field(0), text, got, letters(got), List.of(letters(row.field(1))));
      }
    };
  }

  private static String marked(String text, List<TextRange> sentences) {
    var parts = new ArrayList<String>();
    for (TextRange range : sentences) {
      parts.add(text.substring(range.start(), range.end()));
    }
    return String.join("|", parts);
  }

  private static List<String> all(String accepted, UnaryOperator<String> folded) {
    return Arrays.stream(accepted.split("\\|")).map(folded).toList();
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("(?U)[\\s\\W_&&[^|]]+", "");
  }

  /** Small letters only; names of letters count as the letters. */
  public static String english(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z']+", " ").strip();
    plain = plain.replace("double you", "double~you");
    return Arrays.stream(plain.split(" "))
        .map(word -> LETTERS.contains(word) ? "" + (char) ('a' + LETTERS.indexOf(word)) : word)
        .collect(joining(" "));
  }
}
