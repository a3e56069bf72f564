package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.document.DocumentPart;

/**
 * Which lines belong to the pages and not to the text: numbers of pages, heads and feet that come
 * back at the same place, numbers of lines at the margin.
 */
final class PdfFurniture {

  private static final float HEAD = 0.15f;
  private static final float FOOT = 0.8f;

  private static final int REPEATED = 3;

  /** Lines of a text stand nearer than so many times their size. */
  private static final float APART = 1.4f;

  /** Lines at each edge that may be furniture. */
  private static final int EDGE = 3;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:page|seite|p\\.|페이지)?\\s*[-–—‒|·]?\\s*(?:\\d{1,4}|[ivxlc]{1,7})\\s*[-–—‒|·]?\\s*(?:(?:of|/|von|쪽|페이지)\\s*\\d{0,4})?");

  /** A head that names its section has the page's number at its outer end. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?:(\\d{1,4})[\\s|].*\\p{L}.*|.*\\p{L}.*[\\s|](\\d{1,4}))");

  private static final float TEXT_SIZE = 1.1f;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final Map<PdfLine, DocumentPart> parts = new IdentityHashMap<>();

  private final Map<String, Integer> times = new HashMap<>();

  private final Map<String, Integer> running = new HashMap<>();

  private PdfFurniture() {}

  /** Which lines of a document's pages are furniture, and of which kind. */
  static Map<PdfLine, DocumentPart> of(List<PdfPage> pages) {
    var furniture = new PdfFurniture();
    Map<String, Set<Integer>> seen = new HashMap<>();
    Map<Integer, Integer> offsets = new HashMap<>();
    for (PdfPage page : pages) {
      for (PdfLine line : edges(page)) {
        furniture.times.merge(exact(line), 1, Integer::sum);
        seen.computeIfAbsent(key(line), key -> new HashSet<>()).add(page.index());
        number(line).ifPresent(number -> offsets.merge(number - page.index(), 1, Integer::sum));
        outer(line)
            .ifPresent(
                number -> furniture.running.merge(running(line, number, page), 1, Integer::sum));
      }
    }
    SectionHeads heads = SectionHeads.of(pages, furniture::stands);
    for (PdfPage page : pages) {
      for (PdfLine line : edges(page)) {
        furniture.decide(line, page, pages.size(), seen, offsets);
        if (heads.isOne(line)) {
          furniture.parts.putIfAbsent(line, DocumentPart.RUNNING_HEAD);
        }
      }
      furniture.keepText(page);
    }
    return furniture.parts;
  }

  /**
   * A page that holds nothing else holds text: the same slide twice, or a title that comes back.
   */
  private void keepText(PdfPage page) {
    if (page.lines().stream().allMatch(parts::containsKey)) {
      page.lines().forEach(line -> parts.remove(line, DocumentPart.RUNNING_HEAD));
    }
  }

  private void decide(
      PdfLine line,
      PdfPage page,
      int pages,
      Map<String, Set<Integer>> seen,
      Map<Integer, Integer> offsets) {
    boolean numeric = NUMBER.matcher(line.text().strip()).matches();
    int times = seen.getOrDefault(key(line), Set.of()).size();
    int most = Math.min(pages, 9);
    if (numeric) {
      boolean runs =
          number(line).stream()
              .anyMatch(number -> offsets.getOrDefault(number - page.index(), 0) * 3 >= most);
      if (runs || times >= 2 || pages == 1 && line.y() > FOOT * page.height()) {
        parts.put(line, DocumentPart.PAGE_NUMBER);
      }
    } else if (times >= Math.min(3, Math.max(2, pages)) && stands(line, page)) {
      parts.put(line, DocumentPart.RUNNING_HEAD);
    } else if (isNumbered(line, page, most) && stands(line, page)) {
      parts.put(line, DocumentPart.RUNNING_HEAD);
    }
  }

  /** Whether its number runs with the pages, whatever section it names. */
  private boolean isNumbered(PdfLine line, PdfPage page, int most) {
    return isTextSize(line, page)
        && outer(line).stream()
            .mapToInt(number -> running.getOrDefault(running(line, number, page), 0))
            .anyMatch(times -> times >= REPEATED && times * 2 >= most);
  }

  /** Its height and how far its number is from the page's. */
  private static String running(PdfLine line, int number, PdfPage page) {
    return Math.round(line.y() / 6) + " " + (number - page.index());
  }

  /** Heads are set no larger than the text. */
  static boolean isTextSize(PdfLine line, PdfPage page) {
    return line.size() <= TEXT_SIZE * textSize(page);
  }

  private static float textSize(PdfPage page) {
    Map<Float, Integer> letters = new HashMap<>();
    page.lines().forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** The number at the outer end of a line with words. */
  private static Optional<Integer> outer(PdfLine line) {
    Matcher numbered = NUMBERED.matcher(line.text().strip());
    if (!numbered.matches()) {
      return Optional.empty();
    }
    String digits = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
    return Optional.of(Integer.valueOf(digits));
  }

  /** The first and last lines of a page, as far as they stand at its edges. */
  private static List<PdfLine> edges(PdfPage page) {
    List<PdfLine> sorted =
        page.lines().stream().sorted((a, b) -> Float.compare(a.y(), b.y())).toList();
    List<PdfLine> edges = new ArrayList<>();
    int count = sorted.size();
    for (int i = 0; i < count; i++) {
      PdfLine line = sorted.get(i);
      boolean head = i < EDGE && line.y() < HEAD * page.height();
      boolean foot = i >= count - EDGE && line.y() > FOOT * page.height();
      if (head || foot) {
        edges.add(line);
      }
    }
    return edges;
  }

  /** Whether white space parts a line from the text beside it. */
  private boolean stands(PdfLine line, PdfPage page) {
    return page.lines().stream()
        .filter(other -> other != line && times.getOrDefault(exact(other), 0) < REPEATED)
        .noneMatch(
            other -> {
              float gap = Math.abs(other.y() - line.y());
              return gap > 0.5f * line.size() && gap < APART * Math.max(line.size(), other.size());
            });
  }

  private static String exact(PdfLine line) {
    return Math.round(line.y() / 6) + " " + line.text();
  }

  /** Words without their numbers, and the place: a head of left pages isn't one of right pages. */
  private static String key(PdfLine line) {
    String words =
        DIGITS.matcher(line.text().toLowerCase(java.util.Locale.ROOT)).replaceAll("#").strip();
    return Math.round(line.y() / 6) + " " + words;
  }

  private static Optional<Integer> number(PdfLine line) {
    String digits = line.text().replaceAll("\\D+", " ").strip();
    boolean one = digits.matches("\\d{1,4}") && NUMBER.matcher(line.text().strip()).matches();
    return one ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
