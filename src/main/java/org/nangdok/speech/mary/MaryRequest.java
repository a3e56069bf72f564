package org.nangdok.speech.mary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import marytts.datatypes.MaryXML;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What MaryTTS is asked at once: a stretch of a sentence, as tokens that we made ourselves. Short
 * enough that an interrupted caller needn't wait long, for MaryTTS can't be stopped.
 *
 * @param words the words that have a letter, in order
 * @param end the punctuation mark that its end sounds like
 */
record MaryRequest(List<SpokenWord> words, String end) {

  /** A stretch ends at a pause when it has this many words, */
  private static final int ENOUGH = 15;

  /** and anywhere when it has this many. */
  private static final int MOST = 40;

  /**
   * Or when it has so many letters: what MaryTTS computes for one request lies in memory as a
   * whole.
   */
  private static final int MOST_LETTERS = 400;

  /** Longer words are cut: letter-to-sound rules take quadratic time. */
  private static final int LONGEST_WORD = 40;

  /** Longer ones are no initialisms. */
  private static final int LONGEST_SPELLED = 8;

  private static final Pattern VOWEL = Pattern.compile("[AEIOUYaeiouy]");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

  /** Cuts a sentence. */
  static List<MaryRequest> of(Reading reading) {
    var requests = new ArrayList<MaryRequest>();
    var words = new ArrayList<SpokenWord>();
    int letters = 0;
    for (SpokenWord word : reading.words()) {
      for (SpokenWord part : parts(word)) {
        if (letters + part.pronounced().length() > MOST_LETTERS) {
          requests.add(new MaryRequest(List.copyOf(words), ""));
          words.clear();
          letters = 0;
        }
        letters += part.pronounced().length();
        words.add(part);
        boolean pause = part.boundary().compareTo(Boundary.INTONATIONAL) >= 0;
        if (words.size() >= MOST || (pause && words.size() >= ENOUGH)) {
          requests.add(new MaryRequest(List.copyOf(words), pause ? "," : ""));
          words.clear();
          letters = 0;
        }
      }
    }
    if (!words.isEmpty()) {
      requests.add(new MaryRequest(List.copyOf(words), ""));
    }
    if (!requests.isEmpty()) {
      requests.add(new MaryRequest(requests.removeLast().words(), end(reading.kind())));
    }
    return requests;
  }

  private static String end(Reading.Kind kind) {
    return switch (kind) {
      case STATEMENT -> ".";
      case YES_NO_QUESTION, WH_QUESTION -> "?";
      case EXCLAMATION -> "!";
      case UNFINISHED -> ",";
    };
  }

  /**
   * One word as MaryTTS can say it: without a vowel letter by letter, for no rule has a sound for
   * it; and not too long at once.
   */
  private static List<SpokenWord> parts(SpokenWord word) {
    String letters = spoken(word.pronounced());
    boolean spelled = letters.length() <= LONGEST_SPELLED && !VOWEL.matcher(letters).find();
    int size = spelled ? 1 : LONGEST_WORD;
    var parts = new ArrayList<SpokenWord>();
    for (int from = 0; from < letters.length(); from += size) {
      String part = letters.substring(from, Math.min(letters.length(), from + size));
      if (LETTER.matcher(part).find()) {
        parts.add(new SpokenWord(part, part, word.start(), word.end(), Boundary.WORD));
      }
    }
    if (!parts.isEmpty()) {
      String last = parts.removeLast().pronounced();
      parts.add(new SpokenWord(last, last, word.start(), word.end(), word.boundary()));
    }
    return parts;
  }

  /** What the English rules have sounds for: other letters without their marks, or nothing. */
  private static String spoken(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKD)
            .replace('\u2019', '\'')
            .replaceAll("[^\\p{ASCII}]", "")
            .replaceAll("[^A-Za-z'-]", "");
    return plain.replaceAll("^[-']+|[-']+$", "");
  }

  /**
   * The tokens in MaryXML.
   *
   * @param speed factor on the voice's rate
   */
  Document document(double speed) {
    Document document = MaryXML.newDocument();
    Element root = document.getDocumentElement();
    root.setAttribute("xml:lang", "en-US");
    Element paragraph = MaryXML.appendChildElement(root, MaryXML.PARAGRAPH);
    Element sentence = MaryXML.appendChildElement(paragraph, MaryXML.SENTENCE);
    Element tokens = sentence;
    if (speed != 1) {
      tokens = MaryXML.appendChildElement(sentence, MaryXML.PROSODY);
      // MaryTTS takes this share off every duration, which isn't what SSML means by a rate.
      tokens.setAttribute("rate", String.format(Locale.ROOT, "%+.1f%%", (1 - 1 / speed) * 100));
    }
    for (int i = 0; i < words.size(); i++) {
      token(tokens, words.get(i).pronounced());
      boolean last = i + 1 == words.size();
      if (last && !end.isEmpty()) {
        token(tokens, end);
      } else if (!last && words.get(i).boundary().compareTo(Boundary.INTONATIONAL) >= 0) {
        token(tokens, ",");
      }
    }
    return document;
  }

  private static void token(Element parent, String text) {
    MaryXML.appendChildElement(parent, MaryXML.TOKEN).setTextContent(text);
  }
}
