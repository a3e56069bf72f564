package org.nangdok.language.other;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.lexicon.TsvFile;

/** A language's readings of signs ({@code signs.tsv}), and its own script for words of others. */
final class OtherSigns {

  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");
  private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");
  private static final Transliterator CYRILLIC = Transliterator.getInstance("Latin-Cyrillic");

  private final Map<Integer, String> readings = new HashMap<>();
  private final int script;

  OtherSigns(ULocale locale) {
    script = UScript.getCodeFromName(ULocale.addLikelySubtags(locale).getScript());
    List<TsvFile.Row> rows = rows();
    int column = rows.getFirst().fields().indexOf(locale.getLanguage());
    for (TsvFile.Row row : rows.subList(1, rows.size())) {
      if (column > 0) {
        row.field(0).codePoints().forEach(c -> readings.put(c, row.field(column)));
      }
    }
  }

  /** The reading of a sign; nothing where none is listed. */
  @Nullable String of(int sign) {
    return readings.get(sign);
  }

  /** A word as the language's voices can say it: in its own script or in Latin letters. */
  String spelled(String word) {
    int first = word.codePoints().filter(UCharacter::isLetter).findFirst().orElse('a');
    int written = UScript.getScript(first);
    boolean japanese = script == UScript.JAPANESE || script == UScript.KOREAN;
    boolean han = script == UScript.SIMPLIFIED_HAN || script == UScript.TRADITIONAL_HAN;
    if (written == script
        || written == UScript.LATIN
        || written == UScript.COMMON
        || japanese
        || han && written == UScript.HAN) {
      return word;
    }
    String latin = ASCII.transliterate(LATIN.transliterate(word)).replaceAll("[^A-Za-z' ]", "");
    if (latin.isBlank()) {
      return "";
    }
    return script == UScript.CYRILLIC ? CYRILLIC.transliterate(latin) : latin.strip();
  }

  private static List<TsvFile.Row> rows() {
    try (InputStream in = OtherSigns.class.getResourceAsStream("signs.tsv")) {
      if (in == null) {
        throw new IllegalStateException("The table of signs isn't there.");
      }
      return TsvFile.parse("signs.tsv", new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .rows();
    } catch (IOException e) {
      throw new UncheckedIOException("The table of signs can't be read.", e);
    }
  }
}
