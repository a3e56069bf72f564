package org.nangdok.language.korean;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.SharedFolder;
import org.nangdok.language.lexicon.TsvFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares our Korean with others' on the same items, by the rule of the evaluation: ICU4J's
 * spell-out for numbers, es-hangul and espeak-ng for words where they are installed ({@code
 * docs/korean.md} has the command).
 */
public final class PeerComparison {

  private record Item(String kind, String text, List<String> accepted) {}

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

  private PeerComparison() {}

  /** Prints a line for each list and reader. */
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var korean = new KoreanLanguage(VoicesFolder.shipped());
    for (String list : List.of("dev.jsonl", "readings.tsv", "blind.tsv")) {
      List<Item> items = list.equals("dev.jsonl") ? shared() : own(list);
      List<Item> words = items.stream().filter(item -> item.kind().equals("g2p")).toList();
      List<Item> numbers = items.stream().filter(item -> item.kind().equals("norm")).toList();
      print(out, list, "g2p", "Nangdok", words, text -> korean.explain(text).pronounced());
      print(out, list, "norm", "Nangdok", numbers, text -> korean.read(text).spoken());
      print(out, list, "norm", "ICU4J", numbers, PeerComparison::spellOut);
      if (Files.exists(Path.of("target/node_modules/es-hangul"))) {
        List<String> heard = esHangul(words);
        long right = 0;
        for (int i = 0; i < words.size(); i++) {
          right += words.get(i).accepted().contains(fold(heard.get(i))) ? 1 : 0;
        }
        out.printf("%s g2p es-hangul %d/%d%n", list, right, words.size());
      }
      if (EspeakPeer.isInstalled()) {
        long right = 0;
        for (Item word : words) {
          String heard = EspeakPeer.spoken(word.text());
          right +=
              word.accepted().stream().map(EspeakPeer::written).anyMatch(heard::equals) ? 1 : 0;
        }
        out.printf("%s g2p espeak-ng %d/%d%n", list, right, words.size());
      }
    }
  }

  private static void print(
      PrintStream out,
      String list,
      String kind,
      String reader,
      List<Item> items,
      UnaryOperator<String> reading) {
    long right =
        items.stream()
            .filter(item -> item.accepted().contains(fold(reading.apply(item.text()))))
            .count();
    out.printf("%s %s %s %d/%d%n", list, kind, reader, right, items.size());
  }

  /** Each number in words, the text around it as it is. */
  private static String spellOut(String text) {
    var format = new RuleBasedNumberFormat(ULocale.KOREAN, RuleBasedNumberFormat.SPELLOUT);
    return NUMBER
        .matcher(text)
        .replaceAll(
            number ->
                Matcher.quoteReplacement(
                    format.format(Double.parseDouble(number.group().replace(",", "")))));
  }

  private static List<String> esHangul(List<Item> words) throws IOException, InterruptedException {
    Path input = Files.createTempFile("words", ".txt");
    Files.write(input, words.stream().map(Item::text).toList());
    Process node =
        new ProcessBuilder("node", "src/test/korean/es-hangul.mjs")
            .redirectInput(input.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> heard =
        new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    node.waitFor();
    Files.delete(input);
    return heard;
  }

  private static List<Item> shared() throws IOException {
    var items = new ArrayList<Item>();
    var mapper = new JsonMapper();
    for (String line : Files.readAllLines(SharedFolder.file("korean/dev.jsonl"))) {
      JsonNode item = mapper.readTree(line);
      var accepted = new ArrayList<String>();
      JsonNode out = item.get("out");
      if (out.isArray()) {
        out.forEach(one -> accepted.add(fold(one.asString())));
      } else {
        accepted.add(fold(out.asString()));
      }
      items.add(new Item(item.get("kind").asString(), item.get("in").asString(), accepted));
    }
    return items;
  }

  private static List<Item> own(String file) throws IOException {
    try (var in = PeerComparison.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException(file + " is missing.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TsvFile.parse(file, text).rows().stream()
          .map(
              row ->
                  new Item(
                      row.field(0),
                      row.field(1),
                      Arrays.stream(row.field(2).split("\\|")).map(PeerComparison::fold).toList()))
          .toList();
    }
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("(?U)[\\s\\W_]+", "");
  }
}
