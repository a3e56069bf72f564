package org.nangdok.article.pasted;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins lines that were broken at a column: a line goes on in the next one of its block if it fills
 * the column or the next begins in lower case. A word that was divided at a line's end is made
 * whole, with its hyphen if the text has it so elsewhere.
 */
final class Wraps {

  /** A line that holds this share of the widest one fills the column. */
  private static final double FULL = 0.72;

  private static final Pattern DIVIDED = Pattern.compile("(?s).*?([\\p{L}]{1,30})[-\u00ad\u2010]$");
  private static final Pattern FIRST = Pattern.compile("^(\\p{Ll}{1,30}).*");
  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+(?:[-\u2010]\\p{L}+)+");
  private static final Pattern ITEM =
      Pattern.compile("(?:[-*•·▪◦○●□■▶▷※]|\\d{1,2}[.)]|[가-하][.)]) .*");

  private final Set<String> compounds = new HashSet<>();
  private final int width;
  private String before = "";

  Wraps(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(line -> line.strip().length()).sorted().toArray();
    width = lengths.length == 0 ? 0 : lengths[(int) (0.95 * (lengths.length - 1))];
    for (String line : lines) {
      Matcher compound = COMPOUND.matcher(line);
      while (compound.find()) {
        compounds.add(compound.group().replace('\u2010', '-').toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The next line starts afresh. */
  void end() {
    before = "";
  }

  /** Takes the next line of the text. */
  void add(int number, String line, PastedLines out) {
    String text = line.strip();
    if (text.isEmpty() || out.isEmpty() || before.isEmpty() || !goesOn(text)) {
      out.keep(number, text);
    } else {
      Matcher divided = DIVIDED.matcher(before);
      Matcher first = FIRST.matcher(text);
      if (divided.matches() && first.matches()) {
        String whole = divided.group(1) + "-" + first.group(1);
        out.join(number, text, !compounds.contains(whole.toLowerCase(Locale.ROOT)));
      } else {
        out.append(number, text);
      }
    }
    before = text;
  }

  private boolean goesOn(String text) {
    if (ITEM.matcher(text).matches()) {
      return false;
    }
    boolean full = before.length() >= FULL * width;
    return Lines.startsLower(text) || full;
  }
}
