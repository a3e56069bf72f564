package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {

  private static RobotsRules rules(String text) {
    return RobotsRules.parse(text, "nangdok");
  }

  @Test
  void obeysItsOwnGroupAndNoOther() {
    RobotsRules rules =
        rules(
            """
            User-agent: *
            Disallow: /

            User-agent: OtherBot
            User-agent: Nangdok  # that's us
            Disallow: /members/
            Allow: /members/news/
            """);

    assertThat(rules.allows("/article")).isTrue();
    assertThat(rules.allows("/members/a")).isFalse();
    assertThat(rules.allows("/members/news/a")).isTrue();
  }

  @Test
  void obeysTheGroupForAllWhenNotNamed() {
    RobotsRules rules = rules("user-agent: *\ndisallow: /private\n");

    assertThat(rules.allows("/private/a")).isFalse();
    assertThat(rules.allows("/robots.txt")).isTrue();
  }

  @Test
  void readsNoRulesAsLeave() {
    assertThat(rules("").allows("/a")).isTrue();
    assertThat(rules("<html>not found").allows("/a")).isTrue();
    assertThat(rules("User-agent: *\nDisallow:\n").allows("/a")).isTrue();
    assertThat(RobotsRules.nothing().allows("/a")).isFalse();
  }

  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "/a, /a, true",
    "/a, /abc, true",
    "/a$, /abc, false",
    "/*.php$, /x/y.php, true",
    "/*.php$, /x/y.php?z, false",
    "/*.php, /x/y.php?z, true",
    "/a*b*c, /a1b2c3, true",
    "/a*b*c, /a1c2b3, false",
    "/*?id=, /view?id=4, true",
    "/*ab$, /abab, true",
  })
  void matchesPatterns(String pattern, String path, boolean matches) {
    assertThat(rules("User-agent: *\nDisallow: " + pattern).allows(path)).isEqualTo(!matches);
  }
}
