package org.nangdok.language.lexicon;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * A site's lexicon as it was given.
 *
 * @param site the site's name in small letters
 * @param format how the text is written
 * @param text the whole file
 * @param words what it says
 */
public record SiteLexicon(String site, LexiconFormat format, String text, UserLexicon words) {

  static SiteLexicon read(String site, LexiconFormat format, String text) {
    String name = site + "." + format.ending();
    UserLexicon words =
        switch (format) {
          case TSV -> UserLexicon.ofTsv(name, text);
          case PLS ->
              UserLexicon.ofPls(
                  name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        };
    return new SiteLexicon(site, format, text, words);
  }

  /** The text with one more word, which replaces an earlier line for it. */
  String with(UserLexicon.Entry entry) {
    return switch (format) {
      case TSV -> {
        String others =
            text.lines()
                .filter(line -> !line.split("\t", 2)[0].strip().equals(entry.written()))
                .collect(Collectors.joining("\n"));
        String line = field(entry.written()) + "\t" + field(entry.alias()) + "\t";
        yield others + (others.isEmpty() ? "" : "\n") + line + field(entry.sounds()) + "\n";
      }
      case PLS -> {
        String reading =
            entry.sounds().isEmpty()
                ? "<alias>" + xml(entry.alias()) + "</alias>"
                : "<phoneme>" + xml(entry.sounds()) + "</phoneme>";
        String lexeme =
            "  <lexeme><grapheme>" + xml(entry.written()) + "</grapheme>" + reading + "</lexeme>\n";
        int end = text.lastIndexOf("</");
        yield text.substring(0, end) + lexeme + text.substring(end);
      }
    };
  }

  private static String field(String text) {
    return StringUtils.normalizeSpace(text);
  }

  private static String xml(String text) {
    return field(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
