package org.nangdok.ssml;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long the pause of a {@code break} element is (SSML 1.1, 3.2.3). */
final class Breaks {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern TIME =
      Pattern.compile("\\+?(\\d{1,9}(?:\\.\\d{1,6})?|\\.\\d{1,6})(ms|s)");
  private static final Map<String, Integer> STRENGTHS =
      Map.of("none", 0, "x-weak", 80, "weak", 160, "medium", 340, "strong", 600, "x-strong", 1_000);

  private Breaks() {}

  static Duration length(@Nullable String time, @Nullable String strength) {
    if (time != null) {
      Matcher matcher = TIME.matcher(time.strip());
      if (!matcher.matches()) {
        throw new SsmlException(
            "A pause must be written as 500ms or 1.5s; it is " + Shortened.of(time) + ".");
      }
      double amount = Double.parseDouble(matcher.group(1));
      double millis = matcher.group(2).equals("s") ? amount * 1_000 : amount;
      if (millis > LONGEST.toMillis()) {
        throw new SsmlException("A pause may last at most 10 seconds.");
      }
      return Duration.ofMillis(Math.round(millis));
    }
    Integer millis = STRENGTHS.get(strength == null ? "medium" : strength);
    if (millis == null) {
      throw new SsmlException(
          "The strength of a pause must be none, x-weak, weak, medium, strong or x-strong; it is "
              + Shortened.of(String.valueOf(strength))
              + ".");
    }
    return Duration.ofMillis(millis);
  }
}
