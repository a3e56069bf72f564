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

/**
 * The classes of written English in order of precedence; the only place that says it. Of classes
 * that match equally much the first is read, unless evidence speaks for another.
 */
final class EnglishForms {

  /** A number with or without groups and a fraction; two groups that capture nothing else. */
  static final String NUMBER = "(\\d{1,3}(?:,\\d{3})++(?:\\.\\d++)?|\\d++(?:\\.\\d++)?)";

  /** What an alias must be to be spoken in English. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{IsLatin}'][\\p{IsLatin}' ]*");

  /** What a user says outweighs everything. */
  private static final double ASKED = 1000;

  private static final double FIRST = 1;
  private static final double STEP = .005;

  private final List<Placed> forms;

  EnglishForms(EnglishWords words) {
    var all = new ArrayList<Form>();
    all.add(
        Form.of("e-mail address", "([\\w.+-]{1,64}+)@([\\w-]++(?:\\.[\\w-]++)++)", this::email));
    all.add(
        Form.of(
            "web address",
            "(?:https?://|(?=www\\.))([\\w-]++(?:\\.[\\w-]++)++)((?:/[\\w.~%-]++)*+)/?(?:[?#]\\S*+)?",
            this::web));
    all.addAll(EnglishNames.forms());
    all.addAll(words.fixed());
    all.addAll(EnglishMoney.forms(words));
    all.addAll(EnglishCalendar.forms());
    all.addAll(EnglishCodes.forms(words));
    all.add(
        Form.of(
            "ordinal", "(\\d[\\d,]*+)(?:st|nd|rd|th)\\b", m -> EnglishNumbers.ordinal(m.group(1))));
    all.addAll(EnglishMeasures.forms(words));
    all.addAll(words.meanings());
    all.add(
        Form.of(
            "word",
            "[\\p{IsLatin}]++(?:['’-][\\p{IsLatin}]++)*+",
            m -> m.group().replace('’', '\'').replace('-', ' ')));
    all.add(Form.of("symbol", "[&+=@%]", EnglishForms::symbol));
    all.addAll(words.signs().forms());
    forms = placed(all);
  }

  /** The same with a user's words in front; of their entries only the aliases are used. */
  EnglishForms(EnglishForms plain, UserLexicon lexicon) {
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
          Form.meaning(
              "user's lexicon",
              "",
              "(?<![A-Za-z0-9])(?:" + any + ")(?![A-Za-z0-9])",
              ASKED,
              m -> aliases.get(m.group())));
    }
    plain.forms.forEach(placed -> all.add(placed.form()));
    forms = placed(all);
  }

  /**
   * A class at its place in the order.
   *
   * @param weight what it weighs a character
   * @param starts the ASCII characters with which a match may begin
   */
  record Placed(Form form, double weight, boolean[] starts) {

    boolean mayStartWith(char c) {
      return c >= starts.length || starts[c];
    }
  }

  private static List<Placed> placed(List<Form> all) {
    var placed = new ArrayList<Placed>();
    double weight = FIRST;
    for (Form form : all) {
      weight -= STEP;
      placed.add(new Placed(form, weight, form.starts()));
    }
    return List.copyOf(placed);
  }

  List<Placed> inOrder() {
    return forms;
  }

  private String email(MatchResult match) {
    return host(match.group(1)) + " at " + host(match.group(2));
  }

  private String web(MatchResult match) {
    String path = match.group(2) == null ? "" : match.group(2);
    return host(match.group(1)) + (path.isEmpty() ? "" : " " + host(path));
  }

  private String host(String name) {
    var spoken = new StringBuilder();
    for (String part : name.split("(?<=[^A-Za-z])|(?=[^A-Za-z])")) {
      String word =
          switch (part) {
            case "." -> "dot";
            case "-" -> "dash";
            case "_" -> "underscore";
            case "/" -> "slash";
            default ->
                part.matches("\\d+")
                    ? EnglishNumbers.digitByDigit(part)
                    : part.matches("www|[A-Za-z]{1,2}|[^aeiouyAEIOUY]+")
                        ? EnglishCodes.letters(part)
                        : part.toLowerCase(Locale.ROOT);
          };
      spoken.append(spoken.isEmpty() || word.isEmpty() ? "" : " ").append(word);
    }
    return spoken.toString();
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
}
