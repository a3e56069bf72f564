package org.nangdok.document.office;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentPart;
import org.nangdok.document.archive.XmlPart;

/** A run of a DOCX file: words of one form. */
final class WordRun {

  private final XmlPart xml;
  private final WordParagraph paragraph;
  private boolean stress;
  private boolean hidden;
  private boolean struck;
  private @Nullable String latin;
  private @Nullable String asian;

  WordRun(XmlPart xml, WordParagraph paragraph) {
    this.xml = xml;
    this.paragraph = paragraph;
  }

  void read() throws IOException {
    xml.each(this::element);
  }

  private void element(String name) throws IOException {
    switch (name) {
      case "rPr" -> xml.each(this::property);
      case "t" -> words(xml.text());
      case "delText" -> paragraph.aside(DocumentPart.DELETED, xml.text());
      case "tab", "ptab" -> words(" ");
      case "br", "cr" -> lineBreak();
      case "noBreakHyphen" -> words("-");
      case "sym" -> words(symbol(xml.attribute("char", "")));
      case "fldChar" -> paragraph.fields().mark(xml.attribute("fldCharType", ""));
      case "instrText" -> paragraph.fields().instruct(xml.text());
      case "footnoteReference" ->
          paragraph.note(DocumentPart.NOTE, "footnote" + xml.attribute("id", ""));
      case "endnoteReference" ->
          paragraph.note(DocumentPart.NOTE, "endnote" + xml.attribute("id", ""));
      case "commentReference" ->
          paragraph.note(DocumentPart.COMMENT, "comment" + xml.attribute("id", ""));
      case "ruby" -> ruby();
      case "txbxContent" -> paragraph.box();
      case "docPr" -> picture(xml.attribute("descr", ""));
      case "oMath" -> words(xml.text());
      case "Fallback", "delInstrText", "softHyphen", "lastRenderedPageBreak" -> {}
      default -> xml.each(this::element);
    }
  }

  private void property(String name) {
    switch (name) {
      case "b", "i" -> stress |= WordStyles.isOn(xml.attribute("val"));
      case "vanish" -> hidden = WordStyles.isOn(xml.attribute("val"));
      case "strike", "dstrike" -> struck |= WordStyles.isOn(xml.attribute("val"));
      case "rStyle" -> hidden |= paragraph.isHidden(xml.attribute("val", ""));
      case "lang" -> {
        latin = xml.attribute("val");
        asian = xml.attribute("eastAsia");
      }
      default -> {}
    }
  }

  private void words(String words) {
    if (hidden) {
      paragraph.aside(DocumentPart.HIDDEN, words);
    } else if (struck) {
      paragraph.aside(DocumentPart.DELETED, words);
    } else {
      paragraph.add(words, isAsian(words) ? asian : latin, stress);
    }
  }

  private static boolean isAsian(String words) {
    return words
        .codePoints()
        .anyMatch(
            c -> {
              Character.UnicodeScript script = Character.UnicodeScript.of(c);
              return script == Character.UnicodeScript.HANGUL
                  || script == Character.UnicodeScript.HAN
                  || script == Character.UnicodeScript.HIRAGANA
                  || script == Character.UnicodeScript.KATAKANA;
            });
  }

  private void lineBreak() {
    String type = xml.attribute("type", "textWrapping");
    if (type.equals("textWrapping")) {
      paragraph.endLine();
    }
  }

  /** Signs of picture fonts stand in a private area and are no letters. */
  private static String symbol(String hex) {
    try {
      int code = Integer.parseInt(hex, 16);
      return code >= 0xE000 && code <= 0xF8FF ? " " : Character.toString(code);
    } catch (IllegalArgumentException e) {
      return " ";
    }
  }

  private void ruby() throws IOException {
    String[] both = {"", ""};
    xml.each(
        name -> {
          if (name.equals("rt")) {
            both[0] = String.join(" ", PlainWords.of(xml));
          } else if (name.equals("rubyBase")) {
            both[1] = String.join(" ", PlainWords.of(xml));
          }
        });
    boolean hangul =
        both[0]
            .codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    boolean hanja =
        both[1]
            .codePoints()
            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    boolean small = hangul && hanja && !both[0].isEmpty();
    words(small ? both[0] : both[1]);
    paragraph.aside(DocumentPart.RUBY, small ? both[1] : both[0]);
  }

  private void picture(String description) {
    if (!description.isBlank()) {
      paragraph.aside(DocumentPart.IMAGE, description);
    }
  }
}
