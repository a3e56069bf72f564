package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** The number of a version: {@code 버전 2.0.1}. */
final class VersionNumber implements WrittenForm {

  private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){2,3}(?![\\d.])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher version = writing.match(VERSION, at);
    if (version == null || writing.isDigit(at - 1) || writing.at(at - 1) == '.') {
      return null;
    }
    var spoken = new StringBuilder();
    for (String part : version.group().split("\\.")) {
      spoken.append(spoken.isEmpty() ? "" : "점").append(Numerals.sino(part));
    }
    return Match.words("version", at, version.end(), spoken.toString(), Role.NUMBER);
  }
}
