package org.nangdok.article.pasted;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown (CommonMark's signs): headings, emphasis, links, images, code, quotes, tables and front
 * matter lose their signs; lines of one paragraph are joined.
 */
final class Markdown implements PastedForm {

  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6} +(.*?)(?: +#+)?\\s*");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:={3,}|-{3,})\\s*");
  private static final Pattern RULE = Pattern.compile(" {0,3}(?:[-*_] ?){3,}\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(?:```|~~~).*");
  private static final Pattern ROW = Pattern.compile("\\s*\\|(.+)\\|\\s*");
  private static final Pattern DELIMITER = Pattern.compile("\\s*\\|?(?: ?:?-{2,}:? ?\\|?)+\\s*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+]|(\\d{1,3}[.)])) +(\\S.*)");

  // Texts and addresses are bounded: a bracket that nobody closes would be looked for to the end of
  // the line from each of ten thousand brackets.
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^\\]]{0,600}+)\\]\\([^)]{0,2048}+\\)");
  private static final Pattern LINK =
      Pattern.compile(
          "(?<!!)\\[([^\\]]{1,600}+)\\]\\(([^)\\s]{1,2048}+(?: \"[^\"]{0,600}+\")?)\\)"
              + "|<(https?://[^>]{1,2048}+)>");
  private static final Pattern REFERENCE = Pattern.compile(" {0,3}\\[[^\\]]{1,600}+\\]: ?\\S+.*");
  private static final Pattern STRONG =
      Pattern.compile("(?<![\\w*])(\\*\\*|__)(?=\\S)(.{1,2000}?)(?<=\\S)\\1(?![\\w*])");

  /** A speaker in strong type and a colon: what follows isn't the last speaker's any more. */
  private static final Pattern SPEAKER =
      Pattern.compile("\\s*(\\*\\*|__)[^*_]{1,60}?(?:[:：]\\1|\\1 ?[:：]).*");

  private static final Pattern WEAK =
      Pattern.compile("(?<![\\w*])([*_])(?=[^\\s*_])([^*_]{1,2000}?)(?<=\\S)\\1(?![\\w*])");
  private static final Pattern CODE = Pattern.compile("`([^`]{1,2000}+)`");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public boolean fits(List<String> lines) {
    long headings = Lines.count(lines, line -> HEADING.matcher(line).matches());
    long fences = Lines.count(lines, line -> FENCE.matcher(line).matches());
    long links =
        Lines.count(lines, line -> LINK.matcher(line).find() || IMAGE.matcher(line).find());
    long strong = Lines.count(lines, line -> STRONG.matcher(line).find());
    long tables =
        Lines.count(lines, line -> line.contains("|") && DELIMITER.matcher(line).matches());
    return headings + Math.min(2, fences) + links + strong + 2 * tables >= 2;
  }

  @Override
  public void read(List<String> lines, PastedLines out) {
    int from = frontMatter(lines, out);
    boolean code = false;
    boolean open = false;
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i);
      if (FENCE.matcher(line).matches()) {
        code = !code;
        out.leave(i, line, "code");
        open = false;
      } else if (code) {
        out.leave(i, line, "code");
      } else {
        open = line(i, line, open, out);
      }
    }
  }

  /** Whether the line that follows may go on with this one. */
  private static boolean line(int i, String line, boolean open, PastedLines out) {
    boolean sign =
        RULE.matcher(line).matches()
            || UNDERLINE.matcher(line).matches()
            || DELIMITER.matcher(line).matches();
    Matcher heading = HEADING.matcher(line);
    Matcher row = ROW.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      return false;
    }
    if (sign || REFERENCE.matcher(line).matches()) {
      out.leave(i, line, sign ? "separator" : "link");
    } else if (heading.matches()) {
      out.keep(i, plain(i, heading.group(1), out));
    } else if (row.matches()) {
      out.keep(i, plain(i, row.group(1).strip().replaceAll(" *\\| *", " | "), out));
    } else if (item.matches()) {
      String number = item.group(2) == null ? "" : item.group(2) + " ";
      out.keep(i, number + plain(i, item.group(3), out));
      return true;
    } else {
      return paragraph(i, line, open, out);
    }
    return false;
  }

  private static boolean paragraph(int i, String line, boolean open, PastedLines out) {
    boolean hard = line.endsWith("  ") || line.endsWith("\\");
    String text = plain(i, line.replaceFirst("^(?:\\s*> ?)+", "").replaceFirst("\\\\$", ""), out);
    if (text.isBlank()) {
      return open;
    }
    if (open && !SPEAKER.matcher(line).matches()) {
      out.append(i, text);
    } else {
      out.keep(i, text);
    }
    return !hard;
  }

  private static int frontMatter(List<String> lines, PastedLines out) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return 0;
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).strip().matches("---|\\.\\.\\.")) {
      if (!lines.get(end).matches("[\\w-]+:.*|[ \\t]+.*|- .*|\\s*")) {
        return 0;
      }
      end++;
    }
    if (end == lines.size()) {
      return 0;
    }
    for (int i = 0; i <= end; i++) {
      out.leave(i, lines.get(i), "front-matter");
    }
    return end + 1;
  }

  private static String plain(int number, String line, PastedLines out) {
    Matcher image = IMAGE.matcher(line);
    while (image.find()) {
      out.leave(number, image.group(), "image");
    }
    String text = IMAGE.matcher(line).replaceAll("");
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      out.leave(number, link.group(2) == null ? link.group(3) : link.group(2), "link");
    }
    text =
        LINK.matcher(text)
            .replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) == null ? "" : found.group(1)));
    text = STRONG.matcher(text).replaceAll("$2");
    text = WEAK.matcher(text).replaceAll("$2");
    text = CODE.matcher(text).replaceAll("$1");
    return ESCAPED.matcher(text).replaceAll("$1").strip();
  }
}
