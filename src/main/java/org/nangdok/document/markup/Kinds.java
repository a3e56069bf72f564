package org.nangdok.document.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.Block;

/** Of what kind the blocks of elements are. */
final class Kinds {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final Pattern CODE_CLASS =
      Pattern.compile(
          "code|highlight|listing|source|prettyprint|synopsis", Pattern.CASE_INSENSITIVE);
  private static final int LONG_CELL = 300;

  private Kinds() {}

  /** The kind of an element's block; null if it is that of the element around it. */
  static Block.@Nullable Kind of(Element element) {
    if (ElementRole.isHeading(element)) {
      return Block.Kind.HEADING;
    }
    return switch (element.normalName()) {
      case "li", "dt", "dd" -> Block.Kind.LIST_ITEM;
      case "blockquote" -> Block.Kind.QUOTE;
      case "figcaption", "caption" -> Block.Kind.CAPTION;
      default -> null;
    };
  }

  /** Whether a link is a sign and no word: an arrow, a paragraph mark. */
  static boolean isSign(Element link) {
    String words = link.text().strip();
    return !words.isEmpty()
        && words.length() <= 3
        && words.codePoints().noneMatch(Character::isLetterOrDigit)
        && !words.matches("[*†‡§¶]+")
        && link.selectFirst("img, svg") == null;
  }

  static boolean isCode(Element pre) {
    return pre.selectFirst("code, samp, kbd") != null
        || CODE_CLASS.matcher(pre.className()).find()
        || hasSigns(pre.wholeText());
  }

  /** Programs are full of signs that verse hasn't. */
  private static boolean hasSigns(String text) {
    long signs = text.chars().filter(c -> "<>{}[]=;|\\/$#_&+*".indexOf(c) >= 0).count();
    return signs * 16 > text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  /** Whether a row's cells hold texts and not entries of a table. */
  static boolean isLayout(Element row) {
    return row.selectFirst("table, h1, h2, h3, h4, ul, ol, blockquote, pre") != null
        || row.children().size() <= 1
        || row.children().stream().anyMatch(cell -> cell.text().length() > LONG_CELL);
  }

  /** Digits as they stand above a line, so that {@code x<sup>2</sup>} isn't x2. */
  static String raised(String words) {
    var out = new StringBuilder();
    words
        .chars()
        .forEach(c -> out.append(c >= '0' && c <= '9' ? RAISED.charAt(c - '0') : (char) c));
    return out.toString();
  }
}
