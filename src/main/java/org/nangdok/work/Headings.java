package org.nangdok.work;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.article.Article;
import org.nangdok.article.WholeText;

/**
 * Cuts a long text into chapters at its headings: lines that stand alone and count chapters, or
 * headings of Markdown. Every line of the text is in one of the chapters.
 */
public final class Headings {

  private static final int LONGEST = 120;

  private static final Pattern MARKED = Pattern.compile("#{1,3} +(\\S.*?)(?: +#+)?");
  private static final String WORD =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
          + "|ninety|the (?:first|second|third|fourth|fifth|last))";
  private static final String NUMBER =
      "(?:\\d{1,4}|[IVXLC]{1,8}|" + WORD + "(?:[ -]" + WORD + ")?)";

  /** What may follow a number: nothing, a sign and a title, or a title that is no sentence. */
  private static final String TITLE = "(?:[.:—–-].*|\\s+.*[^.!?。…”\"])?";

  /** A word for a chapter and its number, or a part that books name without one. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i:chapter|part|book|canto|act|letter|section) (?i:"
              + NUMBER
              + ")"
              + TITLE
              + "|(?i:prologue|epilogue|preface|foreword|introduction|afterword|appendix)"
              + TITLE
              + "|제 ?[\\d일이삼사오육칠팔구십백]{1,6} ?[장부편권막절화회]"
              + TITLE
              + "|\\d{1,3} ?[장부편막화]"
              + TITLE
              + "|(?:프롤로그|에필로그|서문|머리말|들어가며|들어가는 말|맺음말|나가며|후기|부록)"
              + TITLE);

  private Headings() {}

  /**
   * The chapters of a text.
   *
   * @param text lines separated by line feeds
   */
  public static List<Article> chapters(String text) {
    List<String> lines = List.of(text.replace("\r\n", "\n").split("\n", -1));
    List<Article> chapters = new ArrayList<>();
    String title = "";
    List<String> body = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String heading = heading(lines, i);
      if (heading.isEmpty()) {
        body.add(lines.get(i));
      } else {
        add(chapters, title, body);
        title = heading;
        body = new ArrayList<>();
      }
    }
    add(chapters, title, body);
    return chapters;
  }

  private static void add(List<Article> chapters, String title, List<String> body) {
    String text = String.join("\n", body);
    if (!title.isEmpty() || !text.isBlank()) {
      chapters.add(WholeText.of(title, text));
    }
  }

  /** The words of a heading; empty if the line is none. */
  private static String heading(List<String> lines, int index) {
    String line = lines.get(index).strip();
    if (line.isEmpty() || line.length() > LONGEST) {
      return "";
    }
    var marked = MARKED.matcher(line);
    if (marked.matches()) {
      return marked.group(1);
    }
    boolean alone =
        (index == 0 || lines.get(index - 1).isBlank())
            && (index + 1 == lines.size() || lines.get(index + 1).isBlank());
    return alone && COUNTED.matcher(line).matches() ? line : "";
  }
}
