package org.nangdok.document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Paragraphs of lines that a program has broken at a column, as mails and old texts are. */
public final class WrappedText {

  private static final int LEAST_COLUMN = 50;
  private static final int MOST_COLUMN = 100;

  /** A line that fills this share of the column goes on in the next. */
  private static final double FULL = 0.72;

  private static final Pattern ITEM =
      Pattern.compile("(?:[-*•·▪◦○●□■▶▷※]|\\d{1,2}[.)]|[가-하][.)]) .*");

  /**
   * A paragraph.
   *
   * @param text its words on one line
   * @param broken whether its author ended the line, as in verse or an address
   */
  public record Paragraph(String text, boolean broken) {}

  private WrappedText() {}

  /** The paragraphs of lines; blank ones stand between them. */
  public static List<Paragraph> of(List<String> lines) {
    int longest = lines.stream().mapToInt(line -> line.strip().length()).max().orElse(0);
    int column = longest >= LEAST_COLUMN && longest <= MOST_COLUMN ? longest : Integer.MAX_VALUE;
    List<Paragraph> paragraphs = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        close(open, column, paragraphs);
      } else {
        open.add(line.strip());
      }
    }
    close(open, column, paragraphs);
    return paragraphs;
  }

  private static void close(List<String> lines, int column, List<Paragraph> paragraphs) {
    var text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean joins =
          i > 0
              && !ITEM.matcher(line).matches()
              && hasWords(line)
              && hasWords(lines.get(i - 1))
              && (lines.get(i - 1).length() >= FULL * column
                  || Character.isLowerCase(line.codePointAt(0)));
      if (i > 0 && !joins) {
        paragraphs.add(new Paragraph(text.toString(), true));
        text.setLength(0);
      }
      boolean hyphen =
          joins
              && text.length() > 1
              && text.charAt(text.length() - 1) == '-'
              && Character.isLetter(text.charAt(text.length() - 2));
      text.append(joins && !hyphen ? " " : "").append(line);
    }
    if (!text.isEmpty()) {
      paragraphs.add(
          new Paragraph(
              text.toString(),
              lines.size() > 1 && paragraphs.size() > 0 && paragraphs.getLast().broken()));
    }
    lines.clear();
  }

  private static boolean hasWords(String line) {
    return line.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
