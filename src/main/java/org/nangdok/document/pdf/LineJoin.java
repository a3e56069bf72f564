package org.nangdok.document.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How two lines of a paragraph become one: a word that was divided is made whole, with its hyphen
 * where the document has it so elsewhere; Korean words that a line's end divides without a sign are
 * told by the spaces that the file prints at other lines' ends.
 */
final class LineJoin {

  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+(?:[-‐]\\p{L}+)+");
  private static final Pattern DIVIDED = Pattern.compile("(?s).*?(\\p{L}{1,40})[-‐\u00ad]$");
  private static final Pattern FIRST = Pattern.compile("(\\p{Ll}{1,40}).*", Pattern.DOTALL);

  /** Spaces at so many of the ends of Korean lines are printed on purpose. */
  private static final double PRINTED = 0.2;

  private final Set<String> compounds = new HashSet<>();
  private final boolean spacesTold;

  LineJoin(List<PdfLine> lines) {
    int korean = 0;
    int spaced = 0;
    for (PdfLine line : lines) {
      Matcher compound = COMPOUND.matcher(line.text());
      while (compound.find()) {
        compounds.add(plain(compound.group()));
      }
      if (endsKorean(line.text().stripTrailing())) {
        korean++;
        spaced += line.spaced() ? 1 : 0;
      }
    }
    spacesTold = korean >= 5 && spaced >= PRINTED * korean && spaced < korean;
  }

  private static String plain(String word) {
    return word.replace('‐', '-').toLowerCase(Locale.ROOT);
  }

  /** Appends a line to those before it. */
  void append(StringBuilder text, boolean spaced, String next) {
    String line = next.strip();
    if (text.isEmpty()) {
      text.append(line);
      return;
    }
    Matcher divided = DIVIDED.matcher(tail(text));
    Matcher first = FIRST.matcher(line);
    if (divided.matches() && first.matches()) {
      String whole = divided.group(1) + "-" + first.group(1);
      if (!compounds.contains(plain(whole))) {
        text.setLength(text.length() - 1);
      }
    } else if (!isWithinWord(text, spaced, line)) {
      text.append(' ');
    }
    text.append(line);
  }

  private boolean isWithinWord(StringBuilder text, boolean spaced, String line) {
    char last = text.charAt(text.length() - 1);
    if (isWide(last) && isWide(line.charAt(0))) {
      return true;
    }
    return spacesTold
        && !spaced
        && Character.UnicodeScript.of(last) == Character.UnicodeScript.HANGUL
        && Character.UnicodeScript.of(line.codePointAt(0)) == Character.UnicodeScript.HANGUL;
  }

  /** Letters of scripts that are written without spaces. */
  private static boolean isWide(char c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || c == '、'
        || c == '。';
  }

  private static String tail(StringBuilder text) {
    return text.substring(Math.max(0, text.length() - 60));
  }

  private static boolean endsKorean(String text) {
    return !text.isEmpty()
        && Character.UnicodeScript.of(text.charAt(text.length() - 1))
            == Character.UnicodeScript.HANGUL;
  }
}
