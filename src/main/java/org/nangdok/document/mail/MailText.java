package org.nangdok.document.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.document.Block;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.text.WrappedText;

/** A mail's plain text: what its author wrote, what they quote, and their signature. */
final class MailText {

  private static final Pattern QUOTED = Pattern.compile("^(?:> ?)+");
  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?:On|Am|Le|El|Em|Il) .{6,200}(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto) ?:"
              + "|.{4,100}(?:님이 작성|작성|썼습니다|wrote) ?:");
  private static final Pattern ORIGINAL =
      Pattern.compile(
          "-{2,}.{0,3}(?i:Original Message|Ursprüngliche Nachricht|원본 ?메(?:일|시지)|Message d'origine).{0,3}-{2,}|_{20,}");
  private static final Pattern FORWARDED =
      Pattern.compile(
          "-{2,}.{0,3}(?i:Forwarded message|전달된 메시지|Weitergeleitete Nachricht).{0,3}-{2,}|Begin forwarded message:");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:From|To|Cc|Date|Sent|Subject|보낸 ?사람|받는 ?사람|참조|보낸 ?날짜|날짜|제목|Von|An|Gesendet|Datum|Betreff) ?[:：] .*");
  private static final Pattern SENT_FROM =
      Pattern.compile(
          "(?:Sent from (?:my|Mail for) .{2,40}|나의 i(?:Phone|Pad)에서 보냄|.{0,20}에서 보냈습니다\\.?|Get Outlook for .{2,20}|Von meinem .{2,30} gesendet)");

  private final DocumentAccount account;
  private final List<String> own = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private DocumentPart part = DocumentPart.QUOTED_MAIL;

  MailText(DocumentAccount account) {
    this.account = account;
  }

  void read(String text) {
    List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    boolean onlyQuoted = lines.stream().allMatch(line -> line.isBlank() || line.startsWith(">"));
    boolean rest = false;
    boolean headers = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = onlyQuoted ? unquoted(lines.get(i)) : lines.get(i);
      String bare = line.strip();
      if (rest || isSignature(line)) {
        boolean ends = rest && part == DocumentPart.SIGNATURE && line.startsWith(">");
        rest = !ends;
        leave(ends ? DocumentPart.QUOTED_MAIL : rest(line), line);
      } else if (ORIGINAL.matcher(bare).matches() && hasOwn()) {
        rest = true;
        part = DocumentPart.QUOTED_MAIL;
        leave(part, line);
      } else if (FORWARDED.matcher(bare).matches() || headers && HEADER.matcher(bare).matches()) {
        headers = true;
        leave(DocumentPart.MAIL_HEADER, line);
      } else if (line.startsWith(">") || isAnswered(lines, i)) {
        leave(DocumentPart.QUOTED_MAIL, line);
      } else if (SENT_FROM.matcher(bare).matches()) {
        leave(DocumentPart.SIGNATURE, line);
      } else {
        headers &= bare.isEmpty();
        keep(line);
      }
    }
    closeLeft();
    closeOwn();
  }

  private DocumentPart rest(String line) {
    return isSignature(line) && part != DocumentPart.SIGNATURE ? DocumentPart.SIGNATURE : part;
  }

  private boolean hasOwn() {
    return own.stream().anyMatch(line -> !line.isBlank()) || !account.isChapterEmpty();
  }

  /** The mark of a signature (RFC 3676, 4.3), with or without its blank. */
  private static boolean isSignature(String line) {
    return line.equals("-- ") || line.equals("--");
  }

  /** The line above a quotation, which may be broken. */
  private static boolean isAnswered(List<String> lines, int i) {
    String line = lines.get(i).strip();
    if (line.isEmpty()) {
      return false;
    }
    boolean quoted = next(lines, i + 1).startsWith(">");
    if (ANSWERED.matcher(line).matches()) {
      return quoted;
    }
    String both = i + 1 < lines.size() ? line + " " + lines.get(i + 1).strip() : line;
    return ANSWERED.matcher(both).matches()
        && next(lines, i + 2).startsWith(">")
        && !line.matches(".*[.!?]");
  }

  private static String next(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        return lines.get(i);
      }
    }
    return "";
  }

  private static String unquoted(String line) {
    return QUOTED.matcher(line).replaceFirst("");
  }

  private void leave(DocumentPart what, String line) {
    if (account.wants(what)) {
      keep(unquoted(line));
      return;
    }
    closeOwn();
    if (part != what) {
      closeLeft();
    }
    part = what;
    left.add(unquoted(line));
  }

  private void keep(String line) {
    if (!line.isBlank()) {
      closeLeft();
    }
    own.add(line);
  }

  private void closeLeft() {
    if (!left.isEmpty()) {
      String words = String.join(" ", left);
      left.clear();
      account.leave(part, words);
    }
  }

  private void closeOwn() {
    for (WrappedText.Paragraph paragraph : WrappedText.of(own)) {
      account.block(
          paragraph.broken() ? Block.Kind.LINE : Block.Kind.PARAGRAPH, paragraph.text(), null);
    }
    own.clear();
  }
}
