package org.nangdok.document.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jsoup.nodes.Element;
import org.nangdok.document.Attachment;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentFile;
import org.nangdok.document.DocumentKind;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.DocumentReader;
import org.nangdok.document.mail.MailParts.Part;
import org.nangdok.document.markup.Markup;

/**
 * Reads mails: subject and text; headers, quotations, signature and the names of attachments are
 * listed. Of a text in two forms the plain one is read, unless it says less.
 */
public final class MailReader implements DocumentReader {

  private static final List<String> HEADERS = List.of("from", "to", "cc", "date");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:Re|Fwd?|Aw|Wg|Sv|답장|전달|회신)(?:\\[\\d+\\])? ?: ?)+", Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKUP_START =
      Pattern.compile("<(?:p|div|table|body|head|style|font|span|b|center|h[1-6])(?: [^<>]*)?>");
  private static final Pattern MARKUP_END =
      Pattern.compile("</(?:p|div|table|body|font|span|center)>", Pattern.CASE_INSENSITIVE);

  /** Forwarded within forwarded, as far as people do it. */
  private static final int DEEPEST = 5;

  /** A plain form with less than this share of the other's letters isn't the whole text. */
  private static final double WHOLE = 0.5;

  @Override
  public DocumentKind kind() {
    return DocumentKind.MAIL;
  }

  @Override
  public void read(DocumentFile file, DocumentAccount account) throws IOException {
    MailParts mail;
    try (InputStream in = Files.newInputStream(file.path())) {
      mail = MailParts.of(in, account.bounds(), account.limit());
    }
    read(mail, account, 0);
  }

  static void read(MailParts mail, DocumentAccount account, int depth) throws IOException {
    for (String name : HEADERS) {
      String value = mail.headers().getOrDefault(name, "");
      if (!value.isBlank()) {
        account.leave(DocumentPart.MAIL_HEADER, StringUtils.capitalize(name) + ": " + value);
      }
    }
    String subject = mail.headers().getOrDefault("subject", "");
    String plain = PREFIX.matcher(subject.strip()).replaceFirst("");
    account.title(plain);
    author(mail.headers().getOrDefault("from", ""), account);
    account.heading(1, plain, null);
    boolean said = texts(mail, account);
    for (Part part : mail.parts()) {
      boolean inner = part.type().equals("message/rfc822") && !said && depth < DEEPEST;
      if (inner) {
        read(MailParts.of(part.bytes(), account.bounds(), account.limit()), account, depth + 1);
        said = true;
      } else if (!part.isText() && part.type().startsWith("text/") && part.alternative() > 0) {
        account.leave(DocumentPart.DUPLICATE, words(part)); // text/enriched and its like
      } else if (!part.isText() || part.attached()) {
        attach(part, account);
      }
    }
  }

  private static void author(String from, DocumentAccount account) {
    String name = from.replaceAll("<[^>]*>", "").replace("\"", "").strip();
    account.author(name.isEmpty() ? from.strip() : name);
  }

  private static void attach(Part part, DocumentAccount account) throws IOException {
    String name = part.name();
    if (name.isEmpty() && part.type().equals("message/rfc822")) {
      name =
          MailParts.of(part.bytes(), account.bounds(), account.limit())
              .headers()
              .getOrDefault("subject", "");
    }
    account.attach(new Attachment(name.isEmpty() ? part.type() : name, part.type(), part.length()));
  }

  /** Whether any text was there. */
  private static boolean texts(MailParts mail, DocumentAccount account) {
    Map<Integer, Part> chosen = new HashMap<>();
    for (Part part : mail.parts()) {
      if (part.isText() && !part.attached() && part.alternative() > 0) {
        chosen.merge(part.alternative(), part, MailReader::better);
      }
    }
    boolean said = false;
    for (Part part : mail.parts()) {
      if (!part.isText() || part.attached()) {
        continue;
      }
      boolean other = part.alternative() > 0 && chosen.get(part.alternative()) != part;
      String text = MailWords.of(part.bytes(), part.charset());
      if (other) {
        account.leave(DocumentPart.DUPLICATE, words(part));
      } else if (isHtml(part, text)) {
        said |= !text.isBlank();
        html(text, account);
      } else {
        said |= !text.isBlank();
        new MailText(account).read(text);
      }
    }
    return said;
  }

  private static Part better(Part one, Part other) {
    if (one.type().equals(other.type())) {
      return letters(other) > letters(one) ? other : one;
    }
    Part plain = one.type().equals("text/plain") ? one : other;
    Part html = plain == one ? other : one;
    return letters(plain) >= WHOLE * letters(html) ? plain : html;
  }

  private static long letters(Part part) {
    return words(part).codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static String words(Part part) {
    String text = MailWords.of(part.bytes(), part.charset());
    return part.type().equals("text/html") ? org.jsoup.Jsoup.parse(text).text() : text;
  }

  /** Some programs send HTML as if it were plain. */
  private static boolean isHtml(Part part, String text) {
    String start = text.substring(0, Math.min(300, text.length())).strip().toLowerCase(Locale.ROOT);
    return part.type().equals("text/html")
        || start.startsWith("<html")
        || start.startsWith("<!doctype html")
        || MARKUP_START.matcher(start).lookingAt() && MARKUP_END.matcher(text).find();
  }

  private static void html(String text, DocumentAccount account) {
    Element page = Markup.page(text, account);
    MailMarkup.walk(page, account);
  }
}
