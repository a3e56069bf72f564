package org.nangdok.document;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags of languages (BCP 47) as files write them. */
public final class LanguageTag {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}");

  private LanguageTag() {}

  /** The tag in its usual form; null if it is none, or says that nothing is known. */
  public static @Nullable String of(@Nullable String written) {
    if (written == null || !TAG.matcher(written.strip()).matches()) {
      return null;
    }
    String tag = Locale.forLanguageTag(written.strip().replace('_', '-')).toLanguageTag();
    return tag.startsWith("und") || tag.startsWith("zxx") || tag.startsWith("mul") ? null : tag;
  }

  /** Whether two tags name the same language, whatever the country. */
  public static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null && other != null && primary(one).equals(primary(other));
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
  }
}
