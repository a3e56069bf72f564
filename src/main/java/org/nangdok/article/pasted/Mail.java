package org.nangdok.article.pasted;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail: header lines go, its subject heads the text, signs of quotation are taken off, lines that
 * were wrapped at a column are joined; what follows the mark of a signature is left.
 */
final class Mail implements PastedForm {

  private static final Pattern HEADER =
      Pattern.compile(
          "[> *]*(?<name>From|To|Cc|Bcc|Reply-To|Date|Sent|Subject|Message-ID|MIME-Version|Content-[A-Za-z-]+|X-[A-Za-z-]+|Return-Path|Received|List-[A-Za-z-]+|In-Reply-To|References|Importance|Attachments?"
              + "|보낸 ?사람|받는 ?사람|참조|숨은 ?참조|보낸 ?날짜|받은 ?날짜|날짜|제목|Von|An|Gesendet|Datum|Betreff|De|À|Envoyé|Objet|Para|Enviado|Asunto|Fecha|差出人|宛先|件名|日時|送信日時) ?[*]?[:：] ?(?<value>.*)");
  private static final Pattern SUBJECT =
      Pattern.compile("Subject|제목|Betreff|Objet|Asunto|件名", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENDER =
      Pattern.compile("From|보낸 ?사람|Von|De|差出人", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?:On|Am|Le|El) .{6,120}(?:wrote|schrieb.{0,60}|a écrit|escribió) ?:|.{4,80}(?:님이 작성|작성) ?:|-{2,}.{0,12}(?:Original Message|Forwarded message|Ursprüngliche Nachricht|원본 ?메(?:일|시지)|전달된 메시지).{0,12}-{2,}|Begin forwarded message:");
  private static final Pattern QUOTED = Pattern.compile("(?:> ?)+");
  private static final Pattern PREFIX =
      Pattern.compile("^(?:(?:Re|Fwd?|Aw|Wg|답장|전달) ?: ?)+", Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean fits(List<String> lines) {
    int headers = 0;
    int seen = 0;
    boolean named = false;
    boolean sent = false;
    for (String line : lines) {
      Matcher header = HEADER.matcher(line);
      if (seen < 12 && header.matches()) {
        headers++;
        named |= SUBJECT.matcher(header.group("name")).matches();
        sent |= SENDER.matcher(header.group("name")).matches();
      }
      seen += line.isBlank() ? 0 : 1;
    }
    long quoted = Lines.count(lines, line -> line.startsWith("> ") && !line.startsWith(">>"));
    boolean answered = lines.stream().anyMatch(line -> ANSWERED.matcher(line.strip()).matches());
    boolean headed = headers >= 2 && named && sent && beginsAsMail(lines);
    return headed || (quoted >= 2 && (answered || 2 * quoted >= seen));
  }

  /** A story may quote a letter's head in its middle; a mail begins with it, or with a rule. */
  private static boolean beginsAsMail(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> line.startsWith("--") || HEADER.matcher(line).matches())
        .orElse(false);
  }

  @Override
  public void read(List<String> lines, PastedLines out) {
    Wraps wraps = new Wraps(lines.stream().map(Mail::unquoted).toList());
    boolean inHeaders = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = unquoted(lines.get(i));
      if (lines.get(i).stripTrailing().equals("--")) {
        for (int j = i; j < lines.size(); j++) {
          out.leave(j, lines.get(j), "signature");
        }
        return;
      }
      boolean begins = inHeaders || startsHeaders(lines, i);
      Matcher header = HEADER.matcher(line);
      boolean folded = inHeaders && lines.get(i).matches("[ \\t]+\\S.*");
      inHeaders = begins && (header.matches() || folded);
      if (inHeaders && header.matches() && SUBJECT.matcher(header.group("name")).matches()) {
        String subject = PREFIX.matcher(header.group("value")).replaceFirst("").strip();
        out.leave(i, line.substring(0, line.lastIndexOf(subject)).strip(), "mail-header");
        subject(i, subject, out);
        wraps.end();
      } else if (inHeaders || ANSWERED.matcher(line.strip()).matches()) {
        out.leave(i, lines.get(i), "mail-header");
        wraps.end();
      } else {
        wraps.add(i, line, out);
      }
    }
  }

  private static void subject(int number, String subject, PastedLines out) {
    if (out.isEmpty()) {
      out.keep(number, subject);
    } else {
      out.leave(number, subject, "mail-header");
    }
  }

  /** Whether two header lines stand here, after nothing or a blank line. */
  private static boolean startsHeaders(List<String> lines, int i) {
    boolean apart =
        i == 0
            || unquoted(lines.get(i - 1)).isBlank()
            || ANSWERED.matcher(lines.get(i - 1).strip()).matches();
    return apart
        && i + 1 < lines.size()
        && HEADER.matcher(unquoted(lines.get(i))).matches()
        && HEADER.matcher(unquoted(lines.get(i + 1))).matches();
  }

  private static String unquoted(String line) {
    Matcher quoted = QUOTED.matcher(line);
    return quoted.lookingAt() ? line.substring(quoted.end()) : line;
  }
}
