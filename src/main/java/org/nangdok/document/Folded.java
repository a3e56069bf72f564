package org.nangdok.document;

/**
 * Words on one line as they are read: white space is one space, signs that nobody sees are gone.
 */
public final class Folded {

  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

  private Folded() {}

  /** The words of a text. */
  public static String of(String text) {
    var out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = printed(text.charAt(i));
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !out.isEmpty();
      } else if (!isUnseen(c)) {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Programs that take windows-1252 for ISO 8859-1 write its quotes and dashes as controls. */
  private static char printed(char c) {
    return c >= 0x80 && c <= 0x9f ? WINDOWS_1252.charAt(c - 0x80) : c;
  }

  /** Soft hyphens, zero-width spaces, byte order marks and control characters. */
  private static boolean isUnseen(char c) {
    return c == '\u00ad'
        || c == '\u200b'
        || c == '\u2060'
        || c == '\ufeff'
        || c == '\ufffe'
        || Character.isISOControl(c);
  }
}
