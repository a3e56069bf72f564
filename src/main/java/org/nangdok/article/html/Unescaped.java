package org.nangdok.article.html;

/** The characters that a JavaScript or JSON string literal stands for (ECMA-404, section 9). */
final class Unescaped {

  private Unescaped() {}

  static String of(String literal) {
    if (literal.indexOf('\\') < 0) {
      return literal;
    }
    StringBuilder text = new StringBuilder(literal.length());
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c != '\\' || i + 1 == literal.length()) {
        text.append(c);
        continue;
      }
      i++;
      switch (literal.charAt(i)) {
        case 'n' -> text.append('\n');
        case 'r', 'b', 'f' -> text.append(' ');
        case 't' -> text.append('\t');
        case 'u' -> {
          int code = i + 5 <= literal.length() ? hex(literal, i + 1) : -1;
          if (code >= 0) {
            text.append((char) code);
            i += 4;
          }
        }
        default -> text.append(literal.charAt(i));
      }
    }
    return text.toString();
  }

  private static int hex(String literal, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(literal.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
