package org.nangdok.language.korean.written;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/** A name, or a sign of a company, that is read in its own way: {@code 뉴스1}, {@code (주)}. */
final class ListedName implements WrittenForm {

  private final Map<String, String> names = new LinkedHashMap<>();

  ListedName(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/names.tsv").rows()) {
      names.put(row.field(0), row.field(1));
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    for (Map.Entry<String, String> name : names.entrySet()) {
      String written = name.getKey();
      int end = at + written.length();
      if (writing.startsWith(written, at)
          && !(writing.isDigit(end - 1) && writing.isDigit(end))
          && !(writing.isHangul(at) && writing.isHangul(at - 1))) {
        return Match.words("listed name", at, end, name.getValue(), Role.READING);
      }
    }
    return null;
  }
}
