package org.nangdok.document.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;

/** A book in plain text: paragraphs that a column has broken are joined, headings found. */
final class BookText {

  private static final Pattern HEADING =
      Pattern.compile(
          "(?:(?i:chapter|part|book|act|scene|volume|canto|letter|kapitel|teil|chapitre|capítulo)\\s+(?:\\d{1,3}|[IVXLC]{1,7}|(?i:the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b).{0,80}"
              + "|제?\\s?(?:\\d{1,3}|[일이삼사오육칠팔구십백]{1,4})\\s?(?:장|부|편|막|화|회|권|절)(?:[ .:].{0,60})?"
              + "|(?i:prologue|epilogue|preface|foreword|introduction|afterword|contents)\\.?"
              + "|프롤로그|에필로그|머리말|서문|들어가며|맺음말|후기|[IVXLC]{1,7}\\.?(?: .{0,60})?)");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…。！？][\"'”’」』)\\]]{0,3}");
  private static final int LEAST_COLUMN = 40;
  private static final int LONGEST_HEADING = 90;

  private final DocumentAccount account;

  BookText(DocumentAccount account) {
    this.account = account;
  }

  void read(String text) {
    String[] lines = text.split("\n", -1);
    int column = column(lines);
    List<String> open = new ArrayList<>();
    for (int i = 0; i <= lines.length; i++) {
      String line = i == lines.length ? "" : lines[i].strip();
      if (line.isEmpty()) {
        close(open, column);
      } else if (column == 0) {
        close(open, column);
        open.add(line);
      } else {
        open.add(line);
      }
    }
  }

  /** The width at which a program has broken the lines; 0 if none has. */
  private static int column(String[] lines) {
    int[] lengths = new int[201];
    int filled = 0;
    for (String line : lines) {
      int length = line.strip().length();
      filled += length > 0 ? 1 : 0;
      lengths[Math.min(200, length)]++;
    }
    int longest = 0;
    int above = 0;
    for (int i = 200; i > 0 && above * 50 < filled; i--) {
      above += lengths[i];
      longest = i;
    }
    int near = 0;
    for (int i = Math.max(1, longest * 7 / 10); i <= 200; i++) {
      near += lengths[i];
    }
    return longest >= LEAST_COLUMN && longest < 200 && near * 3 > filled ? longest : 0;
  }

  private void close(List<String> open, int column) {
    if (open.isEmpty()) {
      return;
    }
    List<String> lines = List.copyOf(open);
    open.clear();
    if (isHeading(lines)) {
      account.heading(1, String.join(" ", lines), null);
    } else if (isVerse(lines, column)) {
      lines.forEach(line -> account.block(Block.Kind.LINE, line, null));
    } else {
      account.block(Block.Kind.PARAGRAPH, joined(lines), null);
    }
  }

  private static boolean isHeading(List<String> lines) {
    String first = lines.getFirst();
    boolean sentence = SENTENCE_END.matcher(lines.getLast()).matches() && first.length() > 40;
    return lines.size() <= 2
        && !sentence
        && String.join(" ", lines).length() <= LONGEST_HEADING
        && HEADING.matcher(first).matches();
  }

  /** Lines that all end long before the column were broken by their author. */
  private static boolean isVerse(List<String> lines, int column) {
    return lines.size() > 1
        && lines.subList(0, lines.size() - 1).stream()
            .allMatch(line -> line.length() < column * 0.7);
  }

  private static String joined(List<String> lines) {
    var out = new StringBuilder();
    for (String line : lines) {
      boolean divided =
          out.length() > 1
              && out.charAt(out.length() - 1) == '-'
              && Character.isLowerCase(out.charAt(out.length() - 2))
              && Character.isLowerCase(line.charAt(0));
      // A hyphen at a line's end of plain text nearly always belongs to the word.
      out.append(out.isEmpty() || divided ? "" : " ").append(line);
    }
    return out.toString();
  }
}
