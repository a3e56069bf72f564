package org.nangdok.language.english;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.TextRange;
import org.nangdok.language.lexicon.TsvFile;

/** Where English sentences end: ICU's breaks, without those that only look like ends. */
final class EnglishSentences {

  private static final Pattern INITIALS = Pattern.compile("[(\"“']?(?:[A-Z]\\.)+");

  /** What says whose words stood before: {@code "Stop!" he said.} */
  private static final Pattern SPOKEN_ON = Pattern.compile("\\p{Ll}.*", Pattern.DOTALL);

  /** Signs that may stand before the first word of a sentence. */
  private static final String OPENING = "[\"“'(]?";

  /** So much is looked at before and behind a break. */
  private static final int LOOK = 40;

  private final EnglishWords words;
  private final Set<String> goesOn = new HashSet<>();
  private final Pattern beginning;

  EnglishSentences(VoicesFolder voices, EnglishWords words) {
    this.words = words;
    var begins = new ArrayList<String>();
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/en/sentences.tsv").rows()) {
      switch (row.field(0)) {
        case "goes on" -> goesOn.add(row.field(1));
        case "begins" -> begins.add(Pattern.quote(row.field(1)));
        default -> throw row.wrong("Field 1 is \"goes on\" or \"begins\".");
      }
    }
    beginning =
        Pattern.compile(OPENING + "(?:" + String.join("|", begins) + ")\\b.*", Pattern.DOTALL);
  }

  List<TextRange> split(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.US);
    breaks.setText(text);
    var sentences = new ArrayList<TextRange>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && goesOn(text, start, end)) {
        continue;
      }
      add(text, start, end, sentences);
      start = end;
    }
    return sentences;
  }

  private boolean goesOn(String text, int start, int end) {
    char last = text.charAt(end - 1);
    if (last == '\n' || last == '\r' || last == '\u2029') {
      return false;
    }
    String rest = text.substring(end, Math.min(text.length(), end + LOOK));
    if (SPOKEN_ON.matcher(rest).matches()) {
      return true;
    }
    String before = text.substring(Math.max(start, end - LOOK), end).stripTrailing();
    String word = before.substring(before.lastIndexOf(' ') + 1);
    if (goesOn.contains(word.replaceAll("^[(\"“']+", ""))) {
      return true;
    }
    boolean initials = INITIALS.matcher(word).matches();
    boolean single = initials && word.replaceAll("[^A-Z]", "").length() == 1;
    return single && !word.equals("I.")
        || (initials || words.isAbbreviation(word)) && !beginning.matcher(rest).matches();
  }

  private static void add(String text, int start, int end, List<TextRange> sentences) {
    TextRange sentence = new TextRange(start, end).stripped(text);
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
