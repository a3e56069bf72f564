package org.nangdok.article.html;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells headlines from names of sites, and takes the site's name off a title. */
final class Titles {

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|｜:»·•<>/–—-]+\\s+|\\s*[|｜ㅣ]\\s*|-(?=[가-힣]{2,4}\\s?[|｜ㅣ])");
  private static final Pattern NEWS_NAME =
      Pattern.compile(
          "(?i)(?:[\\p{L}\\d]{1,12} ?)?(?:뉴스|news|tv|신문|일보|방송|홈|home|homepage|index|document|untitled|article)(?: ?(?:\\d{1,2}|뉴스|news|홈|룸))?");

  private static final Pattern PORTAL =
      Pattern.compile(
          "(?:(?:Daum|다음|네이버|NAVER|네이트) ?\\| ?)?(.+?)(?: ?\\| ?(?:Daum|다음|네이버|NAVER|네이트)(?: ?뉴스)?)?");

  /** The name of a section that is printed before a headline has at most so many characters. */
  private static final int KICKER = 40;

  private static final String END = "[\\s|｜ㅣ:»·•<>/–—-]+$";

  private Titles() {}

  /** Whether a title is only the name of a site or programme, so no headline. */
  static boolean isOf(@Nullable String site, String title) {
    String plain = title.strip();
    return plain.isEmpty()
        || NEWS_NAME.matcher(plain).matches()
        || (site != null && key(plain).equals(key(site)));
  }

  /**
   * Whether a title is what the page prints as its headline, but for a section's name before it.
   */
  static boolean isWithoutKicker(String title, String headline, @Nullable String site) {
    String plain = title.strip();
    int more = headline.length() - plain.length();
    return plain.length() >= 12
        && !isOf(site, plain)
        && headline.endsWith(plain)
        && more > 0
        && more <= KICKER;
  }

  /** The name of an outlet without that of the portal which carries it. */
  static String withoutPortal(String outlet) {
    Matcher named = PORTAL.matcher(outlet);
    return named.matches() ? named.group(1) : outlet;
  }

  /** The title without the names of site and section that follow or precede a separator. */
  static String withoutSite(String title, @Nullable String site, String headline) {
    String plain = title.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
    if (!headline.isBlank() && plain.contains(headline) && headline.length() >= 8) {
      return headline.strip();
    }
    String[] parts = SEPARATOR.split(plain);
    if (parts.length < 2) {
      return plain;
    }
    String last = parts[parts.length - 1];
    boolean named =
        isOf(site, last)
            || (site != null && (key(last).contains(key(site)) || key(site).contains(key(last))))
            || (last.length() <= 24
                && plain.length() - last.length() >= 20
                && !last.matches(".*[.?!…”\"].*"));
    if (!named) {
      return plain;
    }
    String rest = plain.substring(0, plain.lastIndexOf(last)).replaceAll(END, "");
    // Korean pages put the section between headline and site.
    String section = parts.length > 2 ? parts[parts.length - 2] : "";
    return section.matches("[가-힣]{2,4}") && rest.endsWith(section)
        ? rest.substring(0, rest.length() - section.length()).replaceAll(END, "")
        : rest;
  }

  private static String key(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
