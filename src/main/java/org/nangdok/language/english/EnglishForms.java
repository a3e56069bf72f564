package org.nangdok.language.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.lexicon.UserLexicon;

/** The classes of written English that aren't read as they are spelled, most special first. */
final class EnglishForms {

  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})++(?:\\.\\d++)?|\\d++(?:\\.\\d++)?)";
  private static final String SCALE =
      "(?:\\s?(hundred|thousand|million|billion|trillion|bn|m|k)\\b)?";
  private static final String MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";

  /** What an alias must be to be spoken in English. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{IsLatin}'][\\p{IsLatin}' ]*");

  /** One class. */
  record Form(String name, Pattern pattern, Reader reader) {}

  /** Reads a match as plain words; null if it isn't of the class after all. */
  interface Reader {
    @Nullable String read(MatchResult match);
  }

  private final EnglishWords words;
  private final List<Form> forms;

  EnglishForms(EnglishWords words) {
    this.words = words;
    var all = new ArrayList<>(EnglishNames.forms(words));
    all.addAll(
        List.of(
            form("e-mail address", "([\\w.+-]{1,64}+)@([\\w-]++(?:\\.[\\w-]++)++)", this::email),
            form(
                "web address",
                "(?:https?://|(?=www\\.))([\\w-]++(?:\\.[\\w-]++)++)(?:/\\S*+)?",
                this::web),
            form("money", "((?:US|A|C|HK)?[$£€¥₩])\\s?" + NUMBER + SCALE, this::money),
            form("date", "(\\d{4})-(\\d\\d)-(\\d\\d)(?!\\d)", EnglishForms::isoDate),
            form(
                "date",
                MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?!\\d)",
                EnglishForms::monthDay),
            form(
                "date",
                "(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + "(?:,? (\\d{4}))?(?!\\d)",
                EnglishForms::dayMonth),
            form("time", "(\\d{1,2}):(\\d\\d)(?:\\s?([ap])\\.?m\\b\\.?)?", EnglishForms::time),
            form("time", "(\\d{1,2})\\s?([ap])\\.?m\\b\\.?", EnglishForms::hour),
            form(
                "telephone",
                "\\+?\\d{1,3}[- ]\\d{3}[- ]\\d{3,4}(?:[- ]\\d{4})?(?!\\d)",
                m -> EnglishNumbers.digitByDigit(m.group())),
            form("ordinal", "(\\d++)(?:st|nd|rd|th)\\b", m -> EnglishNumbers.ordinal(m.group(1))),
            form("decade", "'?((?:1[89]|20)?\\d0)s\\b", EnglishForms::decade),
            form("fraction", "(\\d{1,2})/(\\d{1,2})(?![\\d/])", EnglishForms::fraction),
            form(
                "range",
                NUMBER + "\\s?[–-]\\s?(?=\\d)",
                m -> EnglishNumbers.decimal(m.group(1)) + " to"),
            form(
                "percent",
                "([-+]?)" + NUMBER + "\\s?%",
                m -> sign(m) + EnglishNumbers.decimal(m.group(2)) + " percent"),
            form(
                "measure",
                "([-+]?)" + NUMBER + "\\s?([A-Za-z°µ²³/]{1,5})(?![A-Za-z])",
                this::measure),
            form(
                "year",
                "(1[1-9]\\d\\d|20\\d\\d)(?![\\d,.]?\\d)",
                m -> EnglishNumbers.year(m.group(1))),
            form("number", "([-+]?)" + NUMBER, m -> sign(m) + EnglishNumbers.decimal(m.group(2))),
            form(
                "abbreviation",
                "[A-Za-z]{1,6}\\.(?:[a-z]\\.)?(?=\\s|$|,)",
                m -> words.abbreviation(m.group()).orElse(null)),
            form("initialism", "(?:[A-Z]\\.){2,6}+", m -> EnglishWords.spell(m.group())),
            form(
                "initialism",
                "([A-Z]{1,5})&([A-Z])\\b",
                m -> EnglishWords.spell(m.group(1)) + " and " + EnglishWords.spell(m.group(2))),
            form("initialism", "([A-Z][A-Z]{1,5})(s|'s)?(?![A-Za-z])", this::initialism),
            form(
                "code",
                "([A-Z]{1,4})-?(\\d{1,3})(?![A-Za-z\\d])",
                m -> EnglishWords.spell(m.group(1)) + " " + EnglishNumbers.cardinal(m.group(2))),
            form(
                "word",
                "[\\p{IsLatin}]++(?:['’-][\\p{IsLatin}]++)*+",
                m -> m.group().replace('’', '\'').replace('-', ' ')),
            form("symbol", "[&+=@%]", EnglishForms::symbol)));
    all.addAll(words.signs().forms());
    forms = List.copyOf(all);
  }

  /** The same with a user's words in front; of their entries only the aliases are used. */
  EnglishForms(EnglishWords words, UserLexicon lexicon) {
    var all = new ArrayList<Form>();
    var aliases = new HashMap<String, String>();
    for (UserLexicon.Entry entry : lexicon.entries()) {
      if (PLAIN.matcher(entry.alias()).matches()) {
        aliases.put(entry.written(), entry.alias());
      }
    }
    if (!aliases.isEmpty()) {
      String any =
          aliases.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      all.add(
          form(
              "user's lexicon",
              "(?<![A-Za-z0-9])(?:" + any + ")(?![A-Za-z0-9])",
              m -> aliases.get(m.group())));
    }
    var plain = new EnglishForms(words);
    all.addAll(plain.forms);
    this.words = words;
    this.forms = List.copyOf(all);
  }

  List<Form> inOrder() {
    return forms;
  }

  private static Form form(String name, String pattern, Reader reader) {
    return new Form(name, Pattern.compile(pattern), reader);
  }

  private static String sign(MatchResult match) {
    return match.group(1).equals("-") ? "minus " : match.group(1).equals("+") ? "plus " : "";
  }

  private String email(MatchResult match) {
    return host(match.group(1)) + " at " + host(match.group(2));
  }

  private String web(MatchResult match) {
    return host(match.group(1));
  }

  private String host(String name) {
    var spoken = new StringBuilder();
    for (String part : name.split("(?<=[^A-Za-z])|(?=[^A-Za-z])")) {
      String word =
          part.equals(".")
              ? "dot"
              : part.equals("-")
                  ? "dash"
                  : part.equals("_")
                      ? "underscore"
                      : part.matches("\\d+|www|[a-z]{1,2}|[^aeiouy]+")
                          ? EnglishWords.spell(part)
                          : part.toLowerCase(Locale.ROOT);
      spoken.append(spoken.isEmpty() || word.isEmpty() ? "" : " ").append(word);
    }
    return spoken.toString();
  }

  private @Nullable String money(MatchResult match) {
    String number = match.group(2).replace(",", "");
    String scale = match.group(3);
    String large =
        scale == null
            ? ""
            : switch (scale) {
              case "bn" -> " billion";
              case "m" -> " million";
              case "k" -> " thousand";
              default -> " " + scale;
            };
    int point = number.indexOf('.');
    if (large.isEmpty()
        && point > 0
        && number.length() - point == 3
        && match.group(1).endsWith("$")) {
      String cents = EnglishNumbers.cardinal(number.substring(point + 1));
      String dollars = number.substring(0, point);
      return EnglishNumbers.cardinal(dollars)
          + " "
          + words.currency(match.group(1), dollars).orElse("")
          + " and "
          + cents
          + (cents.equals("one") ? " cent" : " cents");
    }
    return words
        .currency(match.group(1), large.isEmpty() ? number : "2")
        .map(name -> EnglishNumbers.decimal(number) + large + " " + name)
        .orElse(null);
  }

  private static @Nullable String isoDate(MatchResult match) {
    int month = Integer.parseInt(match.group(2));
    if (month < 1 || month > 12) {
      return null;
    }
    return month(month)
        + " "
        + EnglishNumbers.ordinal(match.group(3))
        + " "
        + EnglishNumbers.year(match.group(1));
  }

  private static String monthDay(MatchResult match) {
    String year = match.group(3) == null ? "" : " " + EnglishNumbers.year(match.group(3));
    return month(match.group(1)) + " " + EnglishNumbers.ordinal(match.group(2)) + year;
  }

  private static String dayMonth(MatchResult match) {
    String year = match.group(3) == null ? "" : " " + EnglishNumbers.year(match.group(3));
    return month(match.group(2)) + " " + EnglishNumbers.ordinal(match.group(1)) + year;
  }

  private static String time(MatchResult match) {
    String minutes = match.group(2);
    String spoken =
        minutes.equals("00")
            ? match.group(3) == null ? " o'clock" : ""
            : (minutes.startsWith("0") ? " oh " : " ") + EnglishNumbers.cardinal(minutes);
    return EnglishNumbers.cardinal(match.group(1)) + spoken + half(match.group(3));
  }

  private static String hour(MatchResult match) {
    return EnglishNumbers.cardinal(match.group(1)) + half(match.group(2));
  }

  private static String half(@Nullable String letter) {
    return letter == null ? "" : " " + EnglishWords.spell(letter + "m");
  }

  private static String decade(MatchResult match) {
    String digits = match.group(1);
    String words =
        digits.length() == 4 ? EnglishNumbers.year(digits) : EnglishNumbers.cardinal(digits);
    return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
  }

  private static @Nullable String fraction(MatchResult match) {
    String top = match.group(1);
    String bottom = match.group(2);
    if (bottom.equals("0") || bottom.equals("1")) {
      return null;
    }
    String part =
        bottom.equals("2")
            ? "half"
            : bottom.equals("4") ? "quarter" : EnglishNumbers.ordinal(bottom);
    String plural = top.equals("1") ? "" : bottom.equals("2") ? "halves" : part + "s";
    return EnglishNumbers.cardinal(top) + " " + (plural.isEmpty() ? part : plural);
  }

  private @Nullable String measure(MatchResult match) {
    return words
        .unit(match.group(3), match.group(2))
        .map(unit -> sign(match) + EnglishNumbers.decimal(match.group(2)) + " " + unit)
        .orElse(null);
  }

  private String initialism(MatchResult match) {
    String spoken = words.initialism(match.group(1));
    return match.group(2) == null ? spoken : spoken + "'s";
  }

  private static @Nullable String symbol(MatchResult match) {
    return switch (match.group()) {
      case "&" -> "and";
      case "+" -> "plus";
      case "=" -> "equals";
      case "@" -> "at";
      default -> "percent";
    };
  }

  private static String month(int month) {
    return java.time.Month.of(month)
        .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
  }

  private static String month(String name) {
    for (int month = 1; month <= 12; month++) {
      if (month(month).startsWith(name.substring(0, 3))) {
        return month(month);
      }
    }
    return name;
  }
}
