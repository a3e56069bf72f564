package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.loan.LoanwordSpelling;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.lexicon.TsvFile;

/**
 * Latin letters and words as Korean says them: listed ({@code latin.tsv}, {@code english.tsv}),
 * spelled where they are initialisms, else by the loanword rules.
 */
final class Letters {

  /** Longer ones are names, however they begin. */
  private static final int LONGEST_CODE = 4;

  private static final int LONGEST = 16;

  /** Longer runs of letters are no compound of two words. */
  private static final int LONGEST_COMPOUND = 64;

  /** Capitals from so many letters on are an English word where there is one: LOVE. */
  private static final int ENGLISH = 4;

  /** A listed token: where it ends and how it is read. */
  record Listed(int end, String reading) {}

  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  Letters(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/loan-parts.tsv").rows()) {
      words.put(row.field(0), row.field(1));
    }
    for (String file :
        List.of("lexicon/ko/loanwords.tsv", "lexicon/ko/english.tsv", "lexicon/ko/latin.tsv")) {
      for (TsvFile.Row row : TsvFile.open(voices, file).rows()) {
        String reading = row.field(1);
        if (!Hangul.isAllSyllables(reading.replace(" ", ""))) {
          throw row.wrong("The reading \"" + reading + "\" must be Hangul.");
        }
        exact.put(row.field(0), reading);
        if (row.field(0).length() > 2) {
          words.put(row.field(0).toLowerCase(Locale.ROOT), reading);
        }
      }
    }
  }

  /** The longest listed token at a place that isn't the beginning of a longer one. */
  @Nullable Listed listed(Writing writing, int at) {
    for (int end = Math.min(writing.length(), at + LONGEST); end > at; end--) {
      char last = writing.at(end - 1);
      boolean inside =
          (writing.isLatin(end - 1) || writing.isDigit(end - 1))
              && (writing.isLatin(end) || writing.isDigit(end));
      if (inside || last == ' ') {
        continue;
      }
      String token = writing.text().substring(at, end);
      String reading = exact.get(token);
      if (reading == null && writing.isLatin(at) && !isUpper(token)) {
        reading = words.get(token.toLowerCase(Locale.ROOT));
      }
      if (reading != null) {
        return new Listed(end, reading);
      }
    }
    return null;
  }

  /** A run of letters: listed, spelled, or written in Hangul by its sounds. */
  String word(String letters) {
    var read = new StringBuilder();
    String rest = letters.replace("'", "");
    for (int hump = hump(rest); hump > 0 && !isOneWord(rest); hump = hump(rest)) {
      read.append(oneWord(rest.substring(0, hump)));
      rest = rest.substring(hump);
    }
    return read.append(oneWord(rest)).toString();
  }

  /** Whether it is read at once although a capital stands in it. */
  private boolean isOneWord(String plain) {
    return lookup(plain) != null || listedPlural(plain) != null || !hasVowel(plain);
  }

  private @Nullable String listedPlural(String plain) {
    return plain.endsWith("s") && plain.length() > 3
        ? lookup(plain.substring(0, plain.length() - 1))
        : null;
  }

  private String oneWord(String plain) {
    String listed = lookup(plain);
    if (listed != null) {
      return listed;
    }
    String plural = listedPlural(plain);
    if (plural != null) {
      return plural + "스";
    }
    if (isInitialism(plain)) {
      return spell(plain);
    }
    return LoanwordSpelling.of(plain.toLowerCase(Locale.ROOT), words);
  }

  /** The names of letters and digits. */
  String spell(String letters) {
    var spoken = new StringBuilder();
    for (char c : letters.toUpperCase(Locale.ROOT).toCharArray()) {
      spoken.append(
          c >= '0' && c <= '9'
              ? Numerals.digitByDigit(String.valueOf(c), '공')
              : exact.getOrDefault(String.valueOf(c), ""));
    }
    return spoken.toString();
  }

  /** Part of an address: words are read, everything else is spelled. */
  String address(String written) {
    var spoken = new StringBuilder();
    for (String part : written.split("(?<=[^A-Za-z])|(?=[^A-Za-z])")) {
      if (part.isEmpty()) {
        continue;
      }
      char first = part.charAt(0);
      switch (first) {
        case '.' -> spoken.append(" 점 ");
        case '-' -> spoken.append(" 다시 ");
        case '_' -> spoken.append(" 밑줄 ");
        case '+' -> spoken.append(" 플러스 ");
        case '%' -> spoken.append(" 퍼센트 ");
        default -> spoken.append(addressWord(part));
      }
    }
    return spoken.toString();
  }

  private String addressWord(String part) {
    String upper = part.toUpperCase(Locale.ROOT);
    if (part.length() <= 2
        || part.length() == 3 && listedWord(part) == null
        || !isSpeakable(part)) {
      return spell(part);
    }
    String listed = listedWord(part);
    if (listed == null && !exact.containsKey(upper)) {
      listed = compound(part);
    }
    return listed != null ? listed : word(exact.containsKey(upper) ? upper : part);
  }

  /** An abbreviation or listed word and a listed word, as in {@code kbsnews}. */
  private @Nullable String compound(String part) {
    for (int at = 2; at + 3 <= part.length() && part.length() <= LONGEST_COMPOUND; at++) {
      String left = part.substring(0, at);
      String last = listedWord(part.substring(at));
      boolean known =
          listedWord(left) != null
              || !hasVowel(left)
              || exact.containsKey(left.toUpperCase(Locale.ROOT));
      if (last != null && known && (at > 2 || !hasVowel(left))) {
        return addressWord(left) + last;
      }
    }
    return null;
  }

  private @Nullable String listedWord(String part) {
    return words.get(part.toLowerCase(Locale.ROOT));
  }

  private @Nullable String lookup(String word) {
    String reading = exact.get(word);
    return reading == null && !isUpper(word) ? words.get(word.toLowerCase(Locale.ROOT)) : reading;
  }

  /** Capitals that no English word is written with, or letters without a vowel. */
  private static boolean isInitialism(String word) {
    boolean short_ = isUpper(word) && word.length() <= 5;
    boolean english =
        word.length() >= ENGLISH && LoanwordSpelling.knows(word.toLowerCase(Locale.ROOT));
    return short_ && !english || !isSpeakable(word) || word.length() == 1 || isAgency(word);
  }

  /** Three small letters that no word begins with: {@code dpa}, {@code afp}. */
  private static boolean isAgency(String word) {
    return word.length() == 3
        && word.equals(word.toLowerCase(Locale.ROOT))
        && !LoanwordSpelling.knows(word)
        && (word.matches("[^aeiouy](?![hlrw])[^aeiouy].")
            || word.matches("[aeiou][^aeiouylrnmst][^aeiouy]"));
  }

  private static boolean isUpper(String token) {
    return token.chars().noneMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Consonants that no word begins with have no sound together: {@code kspo}. */
  private static final Pattern NO_BEGINNING =
      Pattern.compile(
          "(?i)(?!(?:[bcdfgkpt]r|[bcfgkps]l|s[chkmnpqtw]|[dgqt]w|[cgkprw]h|sh|th|kn|gn|ps|wr|ts|dz|zh|mc|sch|shr|thr|phr|chr)|y)"
              + "[bcdfghjklmnpqrstvwxz]{2}");

  private static boolean isSpeakable(String word) {
    return hasVowel(word)
        && (word.length() > LONGEST_CODE
            || word.length() < 3
            || !NO_BEGINNING.matcher(word).lookingAt()
            || LoanwordSpelling.knows(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean hasVowel(String word) {
    return word.chars().anyMatch(c -> "aeiouyAEIOUY".indexOf(c) >= 0);
  }

  /** Where a capital follows a small letter, as in {@code YouTube}. */
  private static int hump(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
        return i;
      }
    }
    return 0;
  }
}
