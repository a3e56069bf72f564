package org.nangdok.language.korean.signs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.lexicon.TsvFile;

/**
 * The sounds of Chinese characters in Korean: by word (Nori's dictionary), then by character (our
 * own list, then Unihan's kHangul), with the law of initial sounds. Thread-safe.
 */
final class HanjaReadings {

  private static final int LONGEST = 200;

  private final Map<Integer, Character> characters = new HashMap<>();
  private final Queue<Analyser> idle = new ConcurrentLinkedQueue<>();

  HanjaReadings(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/unihan.tsv").rows()) {
      char reading = row.field(0).charAt(0);
      row.field(1).codePoints().forEach(c -> characters.put(c, reading));
    }
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/hanja.tsv").rows()) {
      if (row.field(1).length() == 1) {
        row.field(0).codePoints().forEach(c -> characters.put(c, row.field(1).charAt(0)));
      }
    }
  }

  /** How a character sounds inside a word; nothing if it isn't listed. */
  @Nullable Character of(int character) {
    return characters.get(character);
  }

  /**
   * A run of Chinese characters as Hangul.
   *
   * @param initial whether a word begins with the run
   * @return as many syllables as characters, from the first to the last that has a reading
   */
  String of(String run, boolean initial) {
    var spoken = new StringBuilder();
    String[] words = run.codePointCount(0, run.length()) > 1 ? byWord(run) : new String[1];
    int at = 0;
    while (at < run.length()) {
      int c = run.codePointAt(at);
      boolean first = initial && at == 0;
      String word = words[at];
      if (word != null) {
        spoken.append(first ? initial(word) : word);
        at += word.length();
        continue;
      }
      Character reading = c == '々' && at > 0 ? before(spoken) : characters.get(c);
      if (reading == null) {
        break;
      }
      spoken.append(shifted(run, at, first, reading, spoken));
      at += Character.charCount(c);
    }
    return spoken.toString();
  }

  private static @Nullable Character before(StringBuilder spoken) {
    return spoken.isEmpty() ? null : spoken.charAt(spoken.length() - 1);
  }

  /** A reading in its place: 두음 법칙, 不 before ㄷ and ㅈ, 列, 率 and the like after vowels. */
  private char shifted(String run, int at, boolean first, char reading, StringBuilder spoken) {
    char c = run.charAt(at);
    char next = at + 1 < run.length() ? run.charAt(at + 1) : ' ';
    if (c == '不') {
      Character after = characters.get((int) next);
      return after != null && "ㄷㅈ".indexOf(Hangul.onset(after)) >= 0 ? '부' : '불';
    }
    if (first) {
      boolean month = next == '月' || next == '월';
      return c == '金' ? '김' : c == '十' && month ? '시' : c == '六' && month ? '유' : initial(reading);
    }
    if ((reading == '렬' || reading == '률') && !spoken.isEmpty()) {
      char coda = Hangul.coda(spoken.charAt(spoken.length() - 1));
      return coda == Hangul.NONE || coda == 'ㄴ' ? initial(reading) : reading;
    }
    return reading;
  }

  private static String initial(String word) {
    return initial(word.charAt(0)) + word.substring(1);
  }

  private static char initial(char syllable) {
    char onset = Hangul.onset(syllable);
    char vowel = Hangul.vowel(syllable);
    boolean front = "ㅣㅑㅕㅛㅠㅖ".indexOf(vowel) >= 0;
    boolean silent = front && (onset == 'ㄴ' || onset == 'ㄹ');
    char first = silent ? 'ㅇ' : onset == 'ㄹ' ? 'ㄴ' : onset;
    return Hangul.compose(first, vowel, Hangul.coda(syllable));
  }

  /** The dictionary's readings of words of two characters and more, at the places they begin. */
  private String[] byWord(String run) {
    Analyser analyser = idle.poll();
    if (analyser == null) {
      analyser = new Analyser();
    }
    var words = new String[run.length()];
    for (int from = 0; from < run.length(); from += LONGEST) {
      analyser.read(run.substring(from, Math.min(run.length(), from + LONGEST)), from, words);
    }
    idle.offer(analyser);
    return words;
  }

  private static final class Analyser {
    private final KoreanTokenizer tokenizer =
        new KoreanTokenizer(
            AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY,
            null,
            KoreanTokenizer.DecompoundMode.NONE,
            false,
            false);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);

    void read(String text, int shift, @Nullable String[] words) {
      try (tokenizer) {
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
          String word = reading.getReading();
          int length = offset.endOffset() - offset.startOffset();
          if (word != null
              && length > 1
              && word.length() == length
              && Hangul.isAllSyllables(word)) {
            words[shift + offset.startOffset()] =
                word.equals("십월") ? "시월" : word.equals("육월") ? "유월" : word;
          }
        }
        tokenizer.end();
      } catch (IOException e) {
        throw new UncheckedIOException("A string can't be read.", e);
      }
    }
  }
}
