package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** Joins lines to paragraphs, across columns and pages, and hands them to the account. */
final class PdfParagraphs {

  private static final Pattern ENDS =
      Pattern.compile(".*[.!?…:;。！？][\"'”’»)\\]」』]{0,3}\\s*", Pattern.DOTALL);
  private static final Pattern ITEM =
      Pattern.compile(
          "(?:[•·▪◦○●□■▶▷※‣∙–—-]|\\(?\\d{1,3}[.)]|[a-z][.)]|[가-하][.)]|[①-⑳])\\s+\\S.*",
          Pattern.DOTALL);
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?:Figure|Fig\\.|Table|Abbildung|Abb\\.|Tabelle|Tableau|Listing|Chart|Plate|그림|표|사진|도표|도)\\s?\\[?\\d{1,3}.*",
          Pattern.DOTALL);
  private static final Pattern CONTENTS =
      Pattern.compile(".{2,200}?(?:\\s?\\.){4,}\\s*(?:\\d{1,4}|[ivxlc]{1,7})", Pattern.DOTALL);
  private static final Pattern CONTENTS_HEADING =
      Pattern.compile(
          "(?i)(?:table of )?contents|list of (?:figures|tables)|목\\s?차|차\\s?례|inhalt(?:sverzeichnis)?|sommaire|table des matières");
  private static final Pattern ENDS_WITH_PAGE =
      Pattern.compile(".{2,300}[\\s.|](?:\\d{1,4}|[ivxlc]{1,7})", Pattern.DOTALL);
  private static final int LONGEST_HEADING = 200;
  private static final float LARGER = 1.12f;

  private final DocumentAccount account;
  private final LineJoin join;
  private final float body;
  private final PdfColumns columns;
  private final List<PdfLine> open = new ArrayList<>();
  private final List<Runnable> after = new ArrayList<>();
  private boolean contents;
  private final List<Runnable> held = new ArrayList<>(1);
  private String heldWords = "";
  private final Map<Integer, Integer> levels = new HashMap<>();

  /**
   * @param lines all that are read, in order
   */
  PdfParagraphs(List<PdfLine> lines, float body, DocumentAccount account) {
    this.account = account;
    this.join = new LineJoin(lines);
    this.body = body;
    this.columns = new PdfColumns(lines);
    List<Integer> sizes =
        lines.stream()
            .map(line -> Math.round(line.size()))
            .filter(size -> size > LARGER * body)
            .distinct()
            .sorted((a, b) -> b - a)
            .toList();
    for (int i = 0; i < sizes.size(); i++) {
      levels.put(sizes.get(i), Math.min(6, i + 1));
    }
  }

  /** The next line of the text. */
  void add(PdfLine line) {
    boolean caption = CAPTION.matcher(line.text()).matches();
    if (!open.isEmpty() && !goesOn(open.getLast(), line, caption)) {
      close();
    }
    open.add(line);
  }

  /** Something that belongs behind the paragraph that is open. */
  void after(Runnable what) {
    after.add(what);
  }

  /** No line follows that goes on with the last. */
  void close() {
    if (!open.isEmpty()) {
      write(List.copyOf(open));
      open.clear();
    }
    after.forEach(Runnable::run);
    after.clear();
  }

  /** A chapter or nothing follows. */
  void end() {
    close();
    release(false);
  }

  /** The heading of a list of contents stands and falls with the list. */
  private void release(boolean listed) {
    if (listed) {
      account.leave(DocumentPart.TABLE_OF_CONTENTS, heldWords);
    } else {
      held.forEach(Runnable::run);
    }
    held.clear();
    heldWords = "";
  }

  private boolean goesOn(PdfLine before, PdfLine line, boolean caption) {
    if (before.row() || line.row() || caption || contents || isContents(before)) {
      return false;
    }
    boolean sameForm = Math.abs(before.size() - line.size()) < 0.09f * before.size();
    if (!sameForm || isHeading(before) != isHeading(line) && before.bold() != line.bold()) {
      return false;
    }
    if (ITEM.matcher(line.text().strip()).matches()
        && (ENDS.matcher(before.text()).matches()
            || ITEM.matcher(open.getFirst().text().strip()).matches()
            || columns.isShort(before))) {
      return false;
    }
    if (before.column() != line.column()) {
      return goesOnElsewhere(before, line);
    }
    float leading = line.y() - before.y();
    if (leading < 0) {
      return goesOnElsewhere(before, line);
    }
    if (leading > 1.45f * columns.leading(line)) {
      return false;
    }
    if (isHeading(before) || isHeading(line)) {
      return isHeading(before) && isHeading(line);
    }
    boolean item = ITEM.matcher(open.getFirst().text().strip()).matches();
    boolean indented = !item && columns.isIndented(line) && !columns.isIndented(before);
    boolean ended = ENDS.matcher(before.text()).matches();
    return !(indented && (ended || columns.isShort(before)))
        && !(columns.isShort(before) && ended)
        && !columns.isVeryShort(before);
  }

  /** Into the next column or page a paragraph goes on unless it was at its end. */
  private boolean goesOnElsewhere(PdfLine before, PdfLine line) {
    if (isHeading(before) || isHeading(line)) {
      return false;
    }
    boolean small =
        !line.text().isBlank() && Character.isLowerCase(line.text().strip().codePointAt(0));
    boolean ended = ENDS.matcher(before.text()).matches();
    if (small || !ended && !columns.isVeryShort(before)) {
      return true;
    }
    return !columns.isShort(before) && !columns.isIndented(line) && !ended;
  }

  private boolean isHeading(PdfLine line) {
    return !line.row()
        && (line.size() > LARGER * body
            || line.bold() && line.size() >= 0.95f * body && columns.isShort(line));
  }

  private static boolean isContents(PdfLine line) {
    return CONTENTS.matcher(line.text().strip()).matches();
  }

  private void write(List<PdfLine> lines) {
    var text = new StringBuilder();
    boolean spaced = true;
    for (PdfLine line : lines) {
      join.append(text, spaced, line.text());
      spaced = line.spaced();
    }
    PdfLine first = lines.getFirst();
    String words = text.toString();
    boolean listed = contents && ENDS_WITH_PAGE.matcher(words.strip()).matches();
    boolean heading = CONTENTS_HEADING.matcher(words.strip()).matches();
    contents = listed || heading;
    release(listed || isContents(first));
    if (heading) {
      heldWords = words;
      held.add(() -> put(lines, words));
    } else if (listed || isContents(first)) {
      account.leave(DocumentPart.TABLE_OF_CONTENTS, words);
    } else {
      put(lines, words);
    }
    for (PdfLine line : lines) {
      line.marks().forEach(mark -> account.leave(DocumentPart.NOTE_REFERENCE, mark));
    }
  }

  private void put(List<PdfLine> lines, String words) {
    PdfLine first = lines.getFirst();
    if (first.row()) {
      account.block(Block.Kind.TABLE_ROW, words, null);
    } else if (isHeading(first)
        && words.length() <= LONGEST_HEADING
        && words.codePoints().anyMatch(Character::isLetter)) {
      account.heading(
          levels.getOrDefault(Math.round(first.size()), levels.size() + 1), words, null);
    } else {
      account.block(kind(words), words, null);
    }
  }

  private static Block.Kind kind(String words) {
    if (CAPTION.matcher(words).matches()) {
      return Block.Kind.CAPTION;
    }
    return ITEM.matcher(words).matches() ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
  }
}
