package org.nangdok.document.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.archive.XmlPart;

/** The styles of a DOCX file, as far as they say what a paragraph is. */
final class WordStyles {

  private static final int DEEPEST = 20;

  /**
   * @param name as it is called in English, in lower case
   * @param based the style that it varies
   * @param level of a heading, from 0; negative for none
   */
  private record Style(String name, String based, int level, boolean hidden) {}

  private final Map<String, Style> byId = new HashMap<>();

  private WordStyles() {}

  static WordStyles none() {
    return new WordStyles();
  }

  static WordStyles read(XmlPart xml) throws IOException {
    var styles = new WordStyles();
    xml.each(
        root ->
            xml.each(
                name -> {
                  if (name.equals("style")) {
                    styles.add(xml);
                  }
                }));
    return styles;
  }

  private void add(XmlPart xml) throws IOException {
    String id = xml.attribute("styleId", "");
    String[] found = {"", ""};
    int[] level = {-1};
    boolean[] hidden = {false};
    walk(xml, found, level, hidden);
    byId.put(id, new Style(found[0].toLowerCase(Locale.ROOT), found[1], level[0], hidden[0]));
  }

  private static void walk(XmlPart xml, String[] found, int[] level, boolean[] hidden)
      throws IOException {
    xml.each(
        name -> {
          switch (name) {
            case "name" -> found[0] = xml.attribute("val", "");
            case "basedOn" -> found[1] = xml.attribute("val", "");
            case "outlineLvl" -> level[0] = number(xml.attribute("val", "9"));
            case "vanish" -> hidden[0] = isOn(xml.attribute("val"));
            case "pPr", "rPr" -> walk(xml, found, level, hidden);
            default -> {}
          }
        });
  }

  static int number(String value) {
    return value.matches("\\d") ? value.charAt(0) - '0' : 9;
  }

  static boolean isOn(@Nullable String value) {
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  /** The level of a heading in a style, from 1; 0 if it is none. */
  int heading(String id) {
    Style style = byId.get(id);
    for (int i = 0; i < DEEPEST && style != null; i++) {
      if (style.name().equals("title")) {
        return 1;
      }
      if (style.level() >= 0 && style.level() < 9) {
        return style.level() + 1;
      }
      if (style.name().matches("heading [1-9]")) {
        return style.name().charAt(8) - '0';
      }
      style = byId.get(style.based());
    }
    return id.matches("(?i)heading ?[1-9]") ? id.charAt(id.length() - 1) - '0' : 0;
  }

  private boolean isCalled(String id, String pattern) {
    Style style = byId.get(id);
    return id.toLowerCase(Locale.ROOT).matches(pattern)
        || style != null && style.name().matches(pattern);
  }

  boolean isContents(String id) {
    return isCalled(id, "toc ?\\d|toc ?heading|table of figures|tableoffigures");
  }

  boolean isIndex(String id) {
    return isCalled(id, "index ?\\d");
  }

  boolean isQuote(String id) {
    return isCalled(id, "(?:intense ?)?quote|block ?text");
  }

  boolean isCaption(String id) {
    return isCalled(id, "caption");
  }

  boolean isCode(String id) {
    return isCalled(id, "html preformatted|source ?code|code|htmlpreformatted|macro ?text");
  }

  boolean isHidden(String id) {
    Style style = byId.get(id);
    return style != null && style.hidden();
  }
}
