package org.nangdok.script.line;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.DataFile;
import org.nangdok.script.convention.Sentences;

/**
 * Lines that a page prints around or between what is said, told by their form: paths through a
 * site, counters, dates, files, directions of minutes. The forms stand in {@code page-lines.tsv}.
 */
public final class PageLines {

  /** Where such a line stands. */
  public enum Where {
    /** Above the first label. */
    ABOVE,
    /** Between the speeches of an assembly's minutes. */
    MINUTES,
    /** Anywhere in a transcript, unless it is a finished sentence. */
    ANYWHERE
  }

  private record Form(String id, Where where, Pattern pattern) {}

  private static final int LONGEST = 200;
  private static final List<Form> FORMS = read();

  private PageLines() {}

  /** The form of a line that nobody says where it stands; null if somebody may say it. */
  public static @Nullable String form(String line, Where where) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > LONGEST || where == Where.ANYWHERE && isPlain(text)) {
      return null;
    }
    if (where == Where.ANYWHERE && Sentences.isFinished(text)) {
      return null;
    }
    for (Form form : FORMS) {
      if (form.where() == where && form.pattern().matcher(text).matches()) {
        return form.id();
      }
    }
    return null;
  }

  /** Whether a line has nothing of what the forms that may stand anywhere ask for. */
  private static boolean isPlain(String text) {
    return text.indexOf('.') < 0
        && "=~〜".indexOf(text.charAt(0)) < 0
        && !Character.isDigit(text.charAt(0));
  }

  /** Whether a text behind a transcript's last words holds an address. */
  static boolean isTail(String text) {
    return text.contains("://") || text.contains("www.") || text.indexOf('@') > 0;
  }

  /**
   * @throws IllegalStateException naming the line that isn't a form
   */
  private static List<Form> read() {
    return DataFile.rows("page-lines.tsv").stream().map(PageLines::form).toList();
  }

  private static Form form(DataFile.Row row) {
    try {
      Where where = Where.valueOf(row.cell(1).toUpperCase(Locale.ROOT));
      return new Form(row.cell(0), where, Pattern.compile(row.cell(2)));
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException(row.origin() + ": the third cell is no pattern.", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(row.origin() + ": the second cell is no place.", e);
    }
  }
}
