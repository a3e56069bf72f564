package org.nangdok.script.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.person.KoreanNames;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/**
 * Finds quoted sentences in running text: {@code "…"라고 홍길동 장관은 말했다}, {@code "…," said Mia Holt}.
 */
public final class Quotations {

  private static final int LONGEST_LINE = 5_000;

  private final KoreanNames names;
  private final WhoReader reader;

  /** Quotations as the words of a lexicon tell them. */
  public Quotations(Lexicon lexicon) {
    this.names = new KoreanNames(lexicon);
    this.reader = new WhoReader(lexicon);
  }

  /** The quotations of one line whose speakers are certain, from left to right. */
  public List<Quotation> in(String text) {
    List<Quotation> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length() && text.length() <= LONGEST_LINE; i++) {
      char c = text.charAt(i);
      if (c != '"' && c != '“') {
        continue;
      }
      int close = Quotes.close(text, i, text.length());
      if (close < 0) {
        break;
      }
      int begin = Math.max(from, sentenceStart(text, from, i));
      int end = sentenceEnd(text, close + 1);
      Who who =
          isSentence(text.substring(i + 1, close))
              ? speaker(text.substring(begin, i), text.substring(close + 1, end))
              : null;
      if (who != null) {
        found.add(new Quotation(i + 1, close, who));
      }
      from = close + 1;
      i = close;
    }
    return found;
  }

  /** Whether a quotation is a sentence and not a few words of one. */
  private static boolean isSentence(String quoted) {
    String words = quoted.strip();
    boolean comma = words.endsWith(",") && words.charAt(0) < '\u0250';
    return words.indexOf(' ') > 0
        && Character.isLetterOrDigit(words.charAt(0))
        && (Sentences.ends(words) || comma)
        && (words.charAt(0) > '\u0250' || Character.isUpperCase(words.charAt(0)));
  }

  /** The one person whom the words around a quotation name as its speaker, or null. */
  private @Nullable Who speaker(String before, String after) {
    boolean korean = Phrase.QUOTED.in(after);
    List<Who> people = new ArrayList<>();
    if (korean) {
      korean(before, people);
      korean(after, people);
    } else {
      english(before, people);
      english(after, people);
    }
    return people.size() == 1 ? people.get(0) : null;
  }

  /** A name and a function or form of address that a particle makes the subject. */
  private void korean(String text, List<Who> people) {
    String[] words = text.replaceAll("\\([^)]*\\)", "").strip().split("\\s+");
    for (int i = 0; i + 1 < words.length; i++) {
      String last = words[i + 1];
      boolean subject = last.length() > 1 && Ending.SUBJECT.of(last);
      String function = subject ? last.substring(0, last.length() - 1) : last;
      boolean addressed = Ending.ADDRESS.is(function);
      if (subject && names.isName(words[i]) && (addressed || reader.isFunction(function))) {
        people.add(new Who(words[i], addressed ? null : function, null, null));
      }
    }
  }

  private static void english(String text, List<Who> people) {
    Matcher speaker = Phrase.SAID.matcher(text);
    while (speaker.find()) {
      String name = speaker.group("after");
      people.add(new Who(name == null ? speaker.group("before") : name, null, null, null));
    }
  }

  private static int sentenceStart(String text, int from, int mark) {
    int i = mark - 1;
    while (i > from && !(isStop(text, i))) {
      i--;
    }
    return i > from ? i + 1 : from;
  }

  private static int sentenceEnd(String text, int from) {
    int i = from;
    while (i < text.length()
        && !isStop(text, i)
        && text.charAt(i) != '"'
        && text.charAt(i) != '“') {
      i++;
    }
    return i;
  }

  private static boolean isStop(String text, int i) {
    boolean next = i + 1 >= text.length() || Sentences.isSpace(text.charAt(i + 1));
    return Sentences.isStop(text.charAt(i)) && next;
  }
}
