package org.nangdok.document.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.archive.XmlPart;

/**
 * The styles of an ODT file, as far as they say what a paragraph is and which language it is in.
 */
final class OpenDocumentStyles {

  private static final int DEEPEST = 20;

  /** Names of styles in English whatever the program's language is; blanks are written so. */
  private static final Pattern CODE =
      Pattern.compile("(?i)(?:preformatted|source)_(?:20_)?(?:text|code)|source|code|verbatim");

  private final Map<String, String> languages = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();

  /** Takes in the styles within the present element. */
  void add(XmlPart xml) throws IOException {
    xml.each(
        name -> {
          if (name.equals("style")) {
            String style = xml.attribute("name", "");
            parents.put(style, xml.attribute("parent-style-name", ""));
            properties(xml, style);
          }
        });
  }

  private void properties(XmlPart xml, String style) throws IOException {
    xml.each(
        name -> {
          String language = xml.attribute("language", "none");
          if (name.equals("text-properties") && !language.equals("none")) {
            String country = xml.attribute("country", "none");
            languages.put(style, country.equals("none") ? language : language + "-" + country);
          }
        });
  }

  /** The language that a style itself gives to words. */
  @Nullable String language(String style) {
    return languages.get(style);
  }

  /** Whether what is in a style is code. */
  boolean isCode(String style) {
    String one = style;
    for (int i = 0; i < DEEPEST && !one.isEmpty(); i++) {
      if (CODE.matcher(one).matches()) {
        return true;
      }
      one = parents.getOrDefault(one, "");
    }
    return false;
  }
}
