package org.nangdok.document.type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentKind;

/** Kinds of files that are text, told apart by their lines. */
final class TextKinds {

  private static final Pattern CUE =
      Pattern.compile(
          "(?m)^\\s*(?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}\\s*-->\\s*(?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}");
  private static final Pattern ROOT = Pattern.compile("<([a-z][a-z0-9:-]{0,40})[\\s>/]");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60})[ \\t]*:.*");
  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?i)from|to|cc|bcc|subject|date|sender|reply-to|subject|received|return-path|message-id|mime-version"
              + "|content-(?:type|transfer-encoding|disposition|location)|x-[a-z0-9-]+|delivered-to|dkim-signature"
              + "|in-reply-to|references|list-[a-z-]+|snapshot-content-location|user-agent|authentication-results|arc-.*|thread-.*|importance");
  private static final Pattern SURE_HEADER =
      Pattern.compile(
          "(?i)subject|received|return-path|message-id|mime-version|content-type|delivered-to");
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?m)^ {0,3}#{1,6} +\\S|^ {0,3}(?:```|~~~)|\\[[^\\]\\n]{1,300}\\]\\([^)\\s]{1,500}[^)\\n]{0,200}\\)"
              + "|(?<![\\w*])\\*\\*[^*\\n]{1,300}\\*\\*(?![\\w*])|^ {0,3}\\|?(?: ?:?-{3,}:? ?\\|)+|^\\[\\^[\\w-]{1,40}\\]:");

  private static final Pattern JSON =
      Pattern.compile(
          "\\s*(?:\\{\\s*\"[^\"\\n]{0,200}\"\\s*:|\\[\\s*(?:\\{\\s*\"|\"[^\"\\n]{0,200}\"\\s*,))");

  private TextKinds() {}

  static boolean isSubtitles(String text) {
    Matcher cue = CUE.matcher(text.substring(0, Math.min(text.length(), 20_000)));
    int from = 0;
    int cues = 0;
    while (cues < 3 && cue.find(from)) {
      cues++;
      from = cue.end();
    }
    boolean first =
        text.strip()
            .matches("(?s)(?:\\d{1,5}\\s+)?\\s*(?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3}\\s*-->.*");
    return cues >= 1 && first || cues >= 3;
  }

  /** What begins with an angle bracket. */
  static Optional<DocumentKind> markup(String lower) {
    String plain = lower.replaceAll("(?s)<\\?.{0,2000}?\\?>|<!--.{0,3000}?-->", " ").strip();
    if (plain.startsWith("<!doctype html")) {
      return Optional.of(DocumentKind.HTML);
    }
    Matcher root =
        ROOT.matcher(plain.replaceFirst("(?s)^<!doctype[^>]{0,1000}(?:\\[.*?\\])?\\s*>", " "));
    String name = root.find() ? String.valueOf(root.group(1)) : "";
    return switch (name) {
      case "rss", "feed", "rdf:rdf" -> Optional.of(DocumentKind.FEED);
      case "html",
          "head",
          "body",
          "div",
          "p",
          "article",
          "section",
          "h1",
          "h2",
          "h3",
          "table",
          "main",
          "title",
          "meta",
          "span",
          "ul",
          "ol",
          "blockquote",
          "pre",
          "b",
          "i",
          "a",
          "center",
          "font",
          "header",
          "script",
          "style" ->
          Optional.of(DocumentKind.HTML);
      case "" -> Optional.empty();
      default -> {
        if (lower.startsWith("<?xml") || plain.contains("xmlns")) {
          throw DocumentException.unsupported("This is XML of a kind that isn't known.");
        }
        yield Optional.empty();
      }
    };
  }

  /** Header lines stand above everything else. */
  static Optional<DocumentKind> mail(String text) {
    int known = 0;
    int strange = 0;
    boolean sure = false;
    boolean saved = false;
    List<String> lines = text.lines().limit(400).toList();
    int first = 0;
    while (first < lines.size()
        && (lines.get(first).isBlank() || lines.get(first).startsWith("From "))) {
      first++;
    }
    for (String line : lines.subList(first, lines.size())) {
      if (line.isBlank()) {
        break;
      }
      Matcher header = HEADER.matcher(line);
      if (header.matches() && MAIL_HEADER.matcher(header.group(1)).matches()) {
        known++;
        sure |= SURE_HEADER.matcher(header.group(1)).matches();
      } else if (!header.matches() && !line.startsWith(" ") && !line.startsWith("\t")) {
        strange++;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      saved |=
          lower.startsWith("snapshot-content-location") || lower.matches("from: *\"?<?saved by .*");
    }
    boolean mail = known > strange && (known >= 2 || sure);
    return mail ? Optional.of(saved ? DocumentKind.MHTML : DocumentKind.MAIL) : Optional.empty();
  }

  /** Markdown by its signs, else plain text. */
  static DocumentKind of(String text, String hint) {
    if (JSON.matcher(text).lookingAt()) {
      throw DocumentException.unsupported(
          "This is JSON; a request for a page or a text is sent as application/json.");
    }
    String lower = hint.toLowerCase(Locale.ROOT);
    boolean named = lower.contains("markdown") || lower.endsWith(".md");
    Matcher sign = MARKDOWN.matcher(text.substring(0, Math.min(text.length(), 30_000)));
    int signs = 0;
    while (signs < 2 && sign.find()) {
      signs++;
    }
    boolean headed = text.stripLeading().matches("(?s)#{1,3} +\\S[^\\n]{1,200}\\n.*");
    return named || headed || signs >= 2 ? DocumentKind.MARKDOWN : DocumentKind.TEXT;
  }
}
