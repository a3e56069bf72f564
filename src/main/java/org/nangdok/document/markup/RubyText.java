package org.nangdok.document.markup;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/**
 * Ruby: a text and the small letters that say how it is read. Only one of them is spoken: the text,
 * or the Hangul beside Chinese characters, which says for certain what they are in Korean.
 */
final class RubyText {

  private final DocumentAccount account;

  RubyText(DocumentAccount account) {
    this.account = account;
  }

  /** The pieces that are read; the others are left out. */
  List<String> of(Element ruby) {
    List<String> read = new ArrayList<>();
    var base = new StringBuilder();
    for (Node child = ruby.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode words) {
        base.append(words.getWholeText());
      } else if (child instanceof Element inner) {
        switch (inner.normalName()) {
          case "rp" -> {}
          case "rt" -> pair(base, inner.text(), read);
          case "rtc" -> inner.select("rt").forEach(rt -> pair(base, rt.text(), read));
          default -> base.append(inner.wholeText());
        }
      }
    }
    read.add(base.toString());
    return read;
  }

  private void pair(StringBuilder base, String small, List<String> read) {
    boolean hanja =
        !base.toString().isBlank() && isOf(base.toString(), Character.UnicodeScript.HAN);
    boolean hangul = isOf(small, Character.UnicodeScript.HANGUL);
    read.add(hanja && hangul ? small : base.toString());
    account.leave(DocumentPart.RUBY, hanja && hangul ? base.toString() : small);
    base.setLength(0);
  }

  private static boolean isOf(String words, Character.UnicodeScript script) {
    return !words.isBlank()
        && words
            .codePoints()
            .filter(c -> !Character.isWhitespace(c))
            .allMatch(c -> Character.UnicodeScript.of(c) == script);
  }
}
