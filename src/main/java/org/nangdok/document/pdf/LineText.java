package org.nangdok.document.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of letters that stand on one line. */
final class LineText {

  /** A gap of this share of the font's size parts words; letters within a word stand nearer. */
  private static final float WORD_GAP = 0.18f;

  static final float RAISED = 0.12f;

  /** Browsers raise signs at five sixths of the size. */
  static final float SMALL = 0.86f;

  private LineText() {}

  /**
   * A line.
   *
   * @param glyphs at least one that isn't blank
   */
  static PdfLine of(List<PdfGlyph> glyphs, int page, int column) {
    List<PdfGlyph> sorted =
        glyphs.stream().sorted(Comparator.comparingDouble(PdfGlyph::x)).toList();
    float size = mainSize(sorted);
    float baseline = baseline(sorted, size);
    var words = new StringBuilder();
    List<String> marks = new ArrayList<>();
    var mark = new StringBuilder();
    boolean marked = false;
    boolean bold = true;
    PdfGlyph before = null;
    for (PdfGlyph glyph : sorted) {
      boolean raised =
          isMark(glyph, size, baseline)
              && (words.isEmpty() || !mark.isEmpty() || isAfterWord(words));
      if (!raised && !mark.isEmpty()) {
        marked |= put(mark, words, marks);
      }
      if (raised) {
        mark.append(glyph.text());
      } else {
        if (before != null && isGap(before, glyph, size) && !endsBlank(words)) {
          words.append(' ');
        }
        words.append(glyph.text());
        bold &= glyph.bold() || glyph.isBlank();
      }
      before = glyph;
    }
    if (!mark.isEmpty()) {
      marked |= put(mark, words, marks);
    }
    boolean spaced = endsBlank(words);
    List<PdfGlyph> seen = sorted.stream().filter(glyph -> !glyph.isBlank()).toList();
    return new PdfLine(
        page,
        column,
        seen.getFirst().x(),
        seen.stream().map(PdfGlyph::end).max(Float::compare).orElse(0f),
        baseline,
        size,
        bold,
        logical(words.toString()),
        spaced,
        marks,
        marked,
        false);
  }

  private static boolean put(StringBuilder mark, StringBuilder words, List<String> marks) {
    String sign = mark.toString().strip();
    mark.setLength(0);
    if (words.toString().isBlank()) {
      words.append(sign).append(' ');
      return true;
    }
    marks.add(sign);
    return false;
  }

  private static boolean isMark(PdfGlyph glyph, float size, float baseline) {
    return glyph.size() < SMALL * size
        && baseline - glyph.y() > RAISED * size
        && glyph.text().strip().matches("[\\d*†‡§¶,]{1,3}");
  }

  /** A raised number after a number or a single letter is an exponent. */
  static boolean isAfterWord(StringBuilder words) {
    int last = words.length() - 1;
    while (last > 0 && words.charAt(last) == ' ') {
      last--;
    }
    char c = words.charAt(last);
    if (!Character.isLetter(c)) {
      return !Character.isDigit(c);
    }
    boolean hangul = Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    return hangul
        || last > 1
            && Character.isLetter(words.charAt(last - 1))
            && Character.isLetter(words.charAt(last - 2));
  }

  private static boolean isGap(PdfGlyph before, PdfGlyph glyph, float size) {
    float gap = glyph.x() - before.end();
    float space = before.space() > 0 && before.space() < size ? before.space() : size * 0.3f;
    return gap > Math.max(WORD_GAP * size, 0.5f * space);
  }

  private static boolean endsBlank(StringBuilder words) {
    return !words.isEmpty() && Character.isWhitespace(words.charAt(words.length() - 1));
  }

  /** The size of most letters. */
  static float mainSize(List<PdfGlyph> glyphs) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (PdfGlyph glyph : glyphs) {
      if (!glyph.isBlank()) {
        counts.merge(Math.round(glyph.size() * 4), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() / 4f)
        .orElse(10f);
  }

  private static float baseline(List<PdfGlyph> glyphs, float size) {
    return glyphs.stream()
        .filter(glyph -> !glyph.isBlank() && glyph.size() >= SMALL * size)
        .map(PdfGlyph::y)
        .sorted()
        .skip(
            glyphs.stream()
                    .filter(glyph -> !glyph.isBlank() && glyph.size() >= SMALL * size)
                    .count()
                / 2)
        .findFirst()
        .orElse(glyphs.getFirst().y());
  }

  /** Ligatures as letters, and words that run to the left in the order in which they are read. */
  private static String logical(String visual) {
    String letters = ligatures(visual);
    if (!Bidi.requiresBidi(letters.toCharArray(), 0, letters.length())) {
      return letters;
    }
    var bidi = new Bidi(letters, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (bidi.isRightToLeft() || bidi.isMixed()) {
      bidi =
          new Bidi(
              letters,
              mostlyRightToLeft(letters)
                  ? Bidi.DIRECTION_RIGHT_TO_LEFT
                  : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    Integer[] runs = new Integer[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      runs[i] = i;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    var out = new StringBuilder();
    for (int run : runs) {
      String part = letters.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      out.append((levels[run] & 1) == 0 ? part : reversed(part));
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static boolean mostlyRightToLeft(String letters) {
    long right =
        letters
            .codePoints()
            .filter(
                c ->
                    Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(c)
                            == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
            .count();
    return 2 * right > letters.codePoints().filter(Character::isLetter).count();
  }

  private static String reversed(String part) {
    var out = new StringBuilder();
    int[] points = part.codePoints().toArray();
    for (int i = points.length - 1; i >= 0; i--) {
      out.appendCodePoint(mirrored(points[i]));
    }
    return out.toString();
  }

  private static int mirrored(int c) {
    String pairs = "()[]{}<>«»";
    int at = pairs.indexOf(c);
    return at < 0 ? c : pairs.charAt(at ^ 1);
  }

  /** Presentation forms of Latin and Arabic letters as the letters that they are made of. */
  private static String ligatures(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean form =
                  c >= 0xFB00 && c <= 0xFB06
                      || c >= 0xFB50 && c <= 0xFDFF
                      || c >= 0xFE70 && c <= 0xFEFE;
              if (form) {
                out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
