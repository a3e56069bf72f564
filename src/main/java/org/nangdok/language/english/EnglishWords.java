package org.nangdok.language.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.loan.EnglishPronunciation;
import org.nangdok.language.lexicon.TsvFile;

/** The English lexicons: abbreviations, units, currencies, capitals, words with two sounds. */
final class EnglishWords {

  /** Names of letters, spelled so that any engine says them right. */
  private static final List<String> LETTERS =
      List.of(
          "ay",
          "bee",
          "see",
          "dee",
          "ee",
          "eff",
          "gee",
          "aitch",
          "eye",
          "jay",
          "kay",
          "ell",
          "em",
          "en",
          "oh",
          "pea",
          "cue",
          "are",
          "ess",
          "tea",
          "you",
          "vee",
          "double-you",
          "ex",
          "why",
          "zee");

  private static final Pattern SPELLED = Pattern.compile("([A-Z])('?s)?");

  /** Capitals of so many letters that the dictionary knows are a word: {@code BREAKING}. */
  private static final int WORD = 4;

  /** Later meanings of a word need evidence. */
  private static final double RARER = .8;

  private final Map<String, List<String>> abbreviations = new LinkedHashMap<>();
  private final Map<String, String> units;
  private final Map<String, String> currencies;
  private final Map<String, String> capitals = new HashMap<>();
  private final Map<String, String> fixed;
  private final List<Form> meanings = new ArrayList<>();
  private final EnglishSigns signs;

  EnglishWords(VoicesFolder voices) {
    units = read(voices, "units");
    currencies = read(voices, "currencies");
    fixed = read(voices, "fixed");
    signs = new EnglishSigns(voices);
    for (TsvFile.Row row : rows(voices, "abbreviations")) {
      abbreviations.computeIfAbsent(row.field(0), a -> new ArrayList<>()).add(row.field(1));
    }
    rows(voices, "initialisms").forEach(row -> capitals.put(row.field(0), row.field(1)));
    abbreviated();
    homographs(voices);
  }

  private void abbreviated() {
    meanings.add(
        Form.of(
            "abbreviation",
            "[A-Za-z]{1,6}\\.(?:[a-z]\\.)?(?=\\s|$|[,;:)'’\"”-])",
            match -> {
              List<String> read = abbreviations.getOrDefault(match.group(), List.of());
              return read.isEmpty() ? null : read.getFirst();
            }));
    abbreviations.forEach(
        (written, all) -> {
          for (int i = 1; i < all.size(); i++) {
            String words = all.get(i);
            meanings.add(
                Form.meaning(
                    "abbreviation",
                    written + ":" + words,
                    Pattern.quote(written) + "(?=\\s|$|[,;:)'’\"”-])",
                    -RARER,
                    match -> words));
          }
        });
  }

  private void homographs(VoicesFolder voices) {
    var seen = new HashMap<String, Integer>();
    for (TsvFile.Row row : rows(voices, "homographs")) {
      int before = seen.merge(row.field(0), 1, Integer::sum) - 1;
      meanings.add(
          new Form(
              "homograph",
              row.field(0) + ":" + row.field(1),
              Pattern.compile("(?i:" + row.field(0) + ")(?![\\p{L}\\d]|['’-]\\p{L})"),
              match -> match.group(),
              -RARER * before,
              row.field(2)));
    }
  }

  EnglishSigns signs() {
    return signs;
  }

  /** Abbreviations and words that may mean several things. */
  List<Form> meanings() {
    return meanings;
  }

  /** Figures that are names: {@code 9/11}, {@code 24/7}. */
  List<Form> fixed() {
    return fixed.entrySet().stream()
        .map(
            one ->
                Form.of(
                    "name",
                    "(?<![\\w/.,-])" + Pattern.quote(one.getKey()) + "(?![\\d/]|[.,]\\d|-\\d)",
                    match -> one.getValue()))
        .toList();
  }

  /** Whether it is an abbreviation with its full stop, such as {@code Dr.} */
  boolean isAbbreviation(String written) {
    return abbreviations.containsKey(written);
  }

  /** A unit behind a number, singular or plural by the number. */
  Optional<String> unit(String symbol, String number) {
    return Optional.ofNullable(units.get(symbol)).map(names -> form(names, number));
  }

  /** Whether a symbol that is a word too is a unit only where no space stands before it. */
  boolean needsNoSpace(String symbol) {
    return symbol.equals("in") || symbol.equals("t") || symbol.equals("l");
  }

  /** A currency by its sign, singular or plural by the number. */
  Optional<String> currency(String sign, String number) {
    return Optional.ofNullable(currencies.get(sign)).map(names -> form(names, number));
  }

  /** Whether sums have cents or pence behind the point. */
  boolean hasCents(String sign) {
    return sign.endsWith("$") || sign.equals("£");
  }

  /** Whether capitals are read as a word rather than letter by letter. */
  boolean isWord(String written) {
    String listed = capitals.get(written);
    return listed == null
        ? written.length() >= WORD
            && EnglishPronunciation.onClassPath().knows(written.toLowerCase(Locale.ROOT))
        : !listed.equals("-");
  }

  /** The same for a word that stands so in the text: a letter there may be a word. */
  String known(String word) {
    return word.length() == 1 ? word : sounds(word);
  }

  /** A word of a reading as any engine says it right. */
  String sounds(String word) {
    var spelled = SPELLED.matcher(word);
    if (spelled.matches()) {
      String name = LETTERS.get(word.charAt(0) - 'A');
      return spelled.group(2) == null ? name : name + "'s";
    }
    String listed = capitals.get(word);
    if (listed != null && !listed.equals("-")) {
      return listed;
    }
    return word;
  }

  private static String form(String names, String number) {
    int bar = names.indexOf('|');
    if (bar < 0) {
      return names;
    }
    return number.equals("1") ? names.substring(0, bar) : names.substring(bar + 1);
  }

  private static List<TsvFile.Row> rows(VoicesFolder voices, String name) {
    return TsvFile.open(voices, "lexicon/en/" + name + ".tsv").rows();
  }

  private static Map<String, String> read(VoicesFolder voices, String name) {
    var entries = new LinkedHashMap<String, String>();
    for (TsvFile.Row row : rows(voices, name)) {
      if (!row.field(1).matches("[A-Za-z |']+")) {
        throw row.wrong("The reading \"" + row.field(1) + "\" must be plain words.");
      }
      entries.put(row.field(0), row.field(1));
    }
    return entries;
  }
}
