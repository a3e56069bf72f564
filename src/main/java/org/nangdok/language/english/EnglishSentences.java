package org.nangdok.language.english;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.language.TextRange;

/** Where English sentences end: ICU's breaks, without those that only look like ends. */
final class EnglishSentences {

  private static final Pattern INITIALS = Pattern.compile("[(\"“']?(?:[A-Z]\\.)+");

  /**
   * A sentence goes on behind these whatever follows; the others end one before a new beginning.
   */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Sgt|Capt|Sens?|Reps?|Gov|Pres|Rev|Hon|St|Mt|Ft|Maj|Cpl|Adm"
              + "|Cmdr|Supt|Atty|Messrs|vs|v|cf|approx|e\\.g|i\\.e|Nos?|Vol|vol|pp?|Figs?|figs?)\\.");

  /** Words that begin a sentence more often than they follow a name or a country. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "[\"“'(]?(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|That|This|These|Those|There|His|Her"
              + "|Its|Their|Our|My|If|When|While|After|Before|As|For|To|With|So|Then|Now|No|Not|What|Who"
              + "|Why|How|Where|However|Meanwhile|Also|Some|Many|Most|Nobody|Everyone)\\b.*",
          Pattern.DOTALL);

  /** What says whose words stood before: {@code "Stop!" he said.} */
  private static final Pattern SPOKEN_ON = Pattern.compile("\\p{Ll}.*", Pattern.DOTALL);

  /** So much is looked at before and behind a break. */
  private static final int LOOK = 40;

  private EnglishSentences() {}

  static List<TextRange> split(String text, EnglishWords words) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.US);
    breaks.setText(text);
    var sentences = new ArrayList<TextRange>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && goesOn(text, start, end, words)) {
        continue;
      }
      add(text, start, end, sentences);
      start = end;
    }
    return sentences;
  }

  private static boolean goesOn(String text, int start, int end, EnglishWords words) {
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
    if (TITLE.matcher(word.replaceAll("^[(\"“']+", "")).matches()) {
      return true;
    }
    boolean initials = INITIALS.matcher(word).matches();
    boolean single = initials && word.replaceAll("[^A-Z]", "").length() == 1;
    return single && !word.equals("I.")
        || (initials || words.isAbbreviation(word)) && !BEGINNING.matcher(rest).matches();
  }

  private static void add(String text, int start, int end, List<TextRange> sentences) {
    TextRange sentence = new TextRange(start, end).stripped(text);
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
