package org.nangdok.article.pasted;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text out of a PDF: numbers of pages and the heads that run over them go, lines that were broken
 * at the column are joined, words divided at line ends are made whole.
 */
final class PdfText implements PastedForm {

  private static final Pattern PAGE =
      Pattern.compile(
          "\\s*(?:[-–— ]{0,4}|(?:Page|Seite|p\\.|쪽|페이지) ?)(?<number>\\d{1,4})(?: ?(?:/|of|von) ?\\d{1,4})?(?: ?(?:쪽|페이지))?[-–— ]{0,4}\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DIVIDED = Pattern.compile(".*\\p{L}{2}[-\u00ad\u2010]\\s*");
  private static final Pattern COLUMNS = Pattern.compile("\\S {4,}\\S");

  /** A running head stands at most so many filled lines from the end of a page. */
  private static final int NEAR = 2;

  /** Titles that are repeated over pages stand in so many first lines, and are short. */
  private static final int OPENING = 5;

  private static final int SHORT = 40;

  @Override
  public String name() {
    return "pdf";
  }

  @Override
  public boolean fits(List<String> lines) {
    int divided = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      boolean broken =
          DIVIDED.matcher(lines.get(i)).matches() && Lines.startsLower(lines.get(i + 1));
      divided += broken ? 1 : 0;
    }
    int pages = pages(lines).size();
    boolean feed = lines.stream().anyMatch(line -> line.indexOf('\f') >= 0);
    return feed || divided >= 3 || (divided >= 1 && pages >= 1) || (pages >= 2 && isWrapped(lines));
  }

  /** Whether many lines break off within a sentence. */
  private static boolean isWrapped(List<String> lines) {
    long open =
        Lines.count(lines, line -> line.strip().length() >= 30 && !Lines.endsSentence(line));
    return 3 * open >= Lines.filled(lines);
  }

  /** Lines that hold nothing but a page's number, each higher than the one before. */
  private static Set<Integer> pages(List<String> lines) {
    Set<Integer> pages = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (String line : lines) {
      Matcher page = PAGE.matcher(line);
      if (page.matches()) {
        numbers.add(Integer.parseInt(page.group("number")));
      }
    }
    int before = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher page = PAGE.matcher(lines.get(i));
      if (!page.matches()) {
        continue;
      }
      int number = Integer.parseInt(page.group("number"));
      boolean counted = numbers.contains(number - 1) || numbers.contains(number + 1);
      if (isApart(lines, i) || counted) {
        if (number > before && (before == 0 || number <= before + 3)) {
          pages.add(i);
          before = number;
        }
      }
    }
    return pages;
  }

  private static boolean isApart(List<String> lines, int i) {
    return i == 0
        || i + 1 == lines.size()
        || lines.get(i - 1).isBlank()
        || lines.get(i + 1).isBlank();
  }

  @Override
  public void read(List<String> lines, PastedLines out) {
    Set<Integer> pages = pages(lines);
    Set<Integer> heads = heads(lines, pages);
    Wraps wraps = new Wraps(lines.stream().filter(line -> !COLUMNS.matcher(line).find()).toList());
    boolean pageEnds = false;
    boolean blank = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\f", "");
      if (pages.contains(i) || heads.contains(i)) {
        out.leave(i, lines.get(i), pages.contains(i) ? "page-number" : "running-head");
        pageEnds = true;
      } else if (line.isBlank()) {
        blank = true;
      } else {
        boolean over =
            pageEnds
                && !out.isEmpty()
                && !Lines.endsSentence(out.last())
                && Lines.startsLower(line);
        if ((blank || pageEnds) && !over) {
          wraps.end();
        }
        wraps.add(i, line, out);
        blank = false;
        pageEnds = false;
      }
    }
  }

  /** Lines beside the ends of pages whose words stand in another such place or open the text. */
  private static Set<Integer> heads(List<String> lines, Set<Integer> pages) {
    Map<String, Integer> seen = new HashMap<>();
    for (String line : lines) {
      seen.merge(key(line), 1, Integer::sum);
    }
    StringBuilder opening = new StringBuilder();
    int after = 0;
    while (after < Math.min(lines.size(), OPENING) && isTitle(lines.get(after))) {
      opening.append(key(lines.get(after++)));
    }
    Set<Integer> heads = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String key = key(lines.get(i));
      boolean again = i >= after && (seen.getOrDefault(key, 0) >= 2 || opening.indexOf(key) >= 0);
      if (key.length() >= 4 && again && !pages.contains(i) && isNearPageEnd(lines, pages, i)) {
        heads.add(i);
      }
    }
    return heads;
  }

  private static boolean isTitle(String line) {
    return line.strip().length() <= SHORT && !Lines.endsSentence(line);
  }

  private static boolean isNearPageEnd(List<String> lines, Set<Integer> pages, int i) {
    if (lines.get(i).indexOf('\f') >= 0) {
      return true;
    }
    for (int step = -1; step <= 1; step += 2) {
      int filled = 0;
      for (int at = i + step; at >= 0 && at < lines.size() && filled < NEAR; at += step) {
        if (pages.contains(at) || lines.get(at).indexOf('\f') >= 0) {
          return true;
        }
        filled += lines.get(at).isBlank() ? 0 : 1;
      }
    }
    return false;
  }

  private static String key(String line) {
    return line.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
  }
}
