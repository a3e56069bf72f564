package org.nangdok.language.english;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/** The English lexicons: abbreviations, units, currencies, initialisms that are words. */
final class EnglishWords {

  private static final String[] LETTERS = {
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
    "double you",
    "ex",
    "why",
    "zee"
  };

  private final Map<String, String> abbreviations;
  private final Map<String, String> units;
  private final Map<String, String> currencies;
  private final Map<String, String> initialisms;
  private final EnglishSigns signs;

  EnglishWords(VoicesFolder voices) {
    abbreviations = read(voices, "abbreviations");
    units = read(voices, "units");
    currencies = read(voices, "currencies");
    initialisms = read(voices, "initialisms");
    signs = new EnglishSigns(voices);
  }

  EnglishSigns signs() {
    return signs;
  }

  /** What an abbreviation such as {@code Dr.} stands for. */
  Optional<String> abbreviation(String written) {
    return Optional.ofNullable(abbreviations.get(written));
  }

  /** A unit behind a number, singular or plural by the number. */
  Optional<String> unit(String symbol, String number) {
    return Optional.ofNullable(units.get(symbol)).map(names -> form(names, number));
  }

  /** A currency by its sign, singular or plural by the number. */
  Optional<String> currency(String sign, String number) {
    return Optional.ofNullable(currencies.get(sign)).map(names -> form(names, number));
  }

  /** Capitals: the listed reading, a word, or the names of the letters. */
  String initialism(String letters) {
    String listed = initialisms.get(letters);
    return listed != null ? listed : spell(letters);
  }

  /** The names of letters, spelled as common words so that any engine says them right. */
  static String spell(String letters) {
    var words = new StringBuilder();
    for (char c : letters.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z') {
        words.append(words.isEmpty() ? "" : " ").append(LETTERS[c - 'a']);
      } else if (c >= '0' && c <= '9') {
        words.append(words.isEmpty() ? "" : " ").append(EnglishNumbers.digitByDigit("" + c));
      }
    }
    return words.toString();
  }

  private static String form(String names, String number) {
    int bar = names.indexOf('|');
    if (bar < 0) {
      return names;
    }
    return number.equals("1") ? names.substring(0, bar) : names.substring(bar + 1);
  }

  private static Map<String, String> read(VoicesFolder voices, String name) {
    var entries = new HashMap<String, String>();
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/en/" + name + ".tsv").rows()) {
      if (!row.field(1).matches("[a-z |']+")) {
        throw row.wrong("The reading \"" + row.field(1) + "\" must be words in small letters.");
      }
      entries.put(row.field(0), row.field(1));
    }
    return entries;
  }
}
