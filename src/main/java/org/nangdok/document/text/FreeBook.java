package org.nangdok.document.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** A free book as Project Gutenberg gives it: terms of use stand above and below the text. */
final class FreeBook {

  private static final Pattern START =
      Pattern.compile("(?m)^\\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG .{0,200}$");
  private static final Pattern END =
      Pattern.compile("(?m)^\\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG .{0,200}$");

  private FreeBook() {}

  static boolean isOne(String text) {
    return START.matcher(text).find();
  }

  /** The text alone; the terms are left out. */
  static String unwrap(String text, DocumentAccount account) {
    Matcher start = START.matcher(text);
    if (!start.find()) {
      return text;
    }
    leave(text.substring(0, start.end()), account);
    Matcher end = END.matcher(text);
    int to = end.find(start.end()) ? end.start() : text.length();
    leave(text.substring(to), account);
    return text.substring(start.end(), to);
  }

  private static void leave(String terms, DocumentAccount account) {
    for (String paragraph : terms.split("\n\\s*\n")) {
      Matcher title = Pattern.compile("(?m)^Title: (.{1,200})$").matcher(paragraph);
      if (title.find()) {
        account.title(String.valueOf(title.group(1)));
      }
      account.leave(DocumentPart.LICENCE, paragraph);
    }
  }
}
