package org.nangdok.language.korean.written;

import java.text.Normalizer;
import org.nangdok.language.korean.signs.Respelled;

/**
 * A sentence with one way of writing for what can be written in several: full-width characters as
 * ASCII, decomposed Hangul as syllables, odd spaces as spaces; and where each character came from.
 *
 * @param text the folded text
 * @param origins the place of each folded character in the sentence, and one for the end
 * @param ends for each folded character one past the last one that it comes from
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package only, never compared
record Folded(String text, int[] origins, int[] ends) {

  /** A vowel that is no longer written, which stands for a middle dot: {@code 5ᆞ18}. */
  private static final char DOT = 'ᆞ';

  static Folded of(String sentence) {
    var text = new StringBuilder(sentence.length());
    var origins = new int[sentence.length() + 1];
    var ends = new int[sentence.length() + 1];
    int at = 0;
    while (at < sentence.length()) {
      int end = at + 1;
      char c = sentence.charAt(at);
      if (isConjoining(c) && c != DOT) {
        while (end < sentence.length() && isConjoining(sentence.charAt(end))) {
          end++;
        }
        String composed = Normalizer.normalize(sentence.substring(at, end), Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
          origins[text.length()] = at + i * (end - at) / composed.length();
          ends[text.length()] = at + (i + 1) * (end - at) / composed.length();
          text.append(composed.charAt(i));
        }
      } else {
        origins[text.length()] = at;
        ends[text.length()] = end;
        text.append(fold(c));
      }
      at = end;
    }
    origins[text.length()] = sentence.length();
    return new Folded(text.toString(), origins, ends);
  }

  /** The same sentence, respelled. */
  Folded as(Respelled respelled) {
    int length = respelled.text().length();
    var from = new int[length + 1];
    var to = new int[length + 1];
    for (int i = 0; i < length; i++) {
      from[i] = origins[respelled.starts()[i]];
      to[i] = ends[respelled.ends()[i] - 1];
    }
    from[length] = origins[text.length()];
    return new Folded(respelled.text(), from, to);
  }

  /** Where a character comes from. */
  int origin(int at) {
    return origins[at];
  }

  /** One past the place that the character before another one comes from. */
  int end(int at) {
    return at == 0 ? 0 : ends[at - 1];
  }

  /** The first folded character that comes from a place of the sentence or from behind it. */
  int place(int origin) {
    int at = 0;
    while (at < text.length() && origins[at] < origin) {
      at++;
    }
    return at;
  }

  private static boolean isConjoining(char c) {
    return c >= 0x1100 && c <= 0x11FF || c >= 0xA960 && c <= 0xA97F || c >= 0xD7B0 && c <= 0xD7FF;
  }

  private static char fold(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '\u00A0', '\u3000', '\u2002', '\u2003', '\u2009', '\u202F', '\t' -> ' ';
      case '−', '‐', '‑', '‒', '－' -> '-';
      case '∼', '〜', '～' -> '~';
      case '・', '‧', '･', 'ㆍ', '•', '∙', '⋅', 'ᆞ' -> '·';
      case '‘', '’', '`', '´', '＇' -> '\'';
      case '“', '”', '„', '＂' -> '"';
      case '￦' -> '₩';
      case '￥' -> '¥';
      default -> c;
    };
  }
}
