package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaRefreshTest {

  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0;url=/a|/a",
        "5; URL='/a b'|/a b",
        "0; url=\"http://news.test/?x=1&amp;y=2\"|http://news.test/?x=1&y=2",
        "0,/a|/a",
        "0.5;url=/a|/a",
        "1 ; /a|/a",
      })
  void findsTheTarget(String content, String target) {
    String quote = content.contains("\"") ? "'" : "\"";
    String html = "<head><META HTTP-EQUIV='Refresh' CONTENT=" + quote + content + quote + ">";

    assertThat(MetaRefresh.target(html)).contains(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"300;url=/a", "6;url=/a", "0", "0;url=", "x;url=/a", ""})
  void leavesReloadsAndLateOnesAlone(String content) {
    assertThat(MetaRefresh.target("<meta http-equiv=refresh content='" + content + "'>")).isEmpty();
  }

  @Test
  void looksNeitherIntoNoscriptNorScriptsNorComments() {
    String refresh = "<meta http-equiv=refresh content='0;url=/a'>";

    assertThat(MetaRefresh.target("<noscript>" + refresh + "</noscript>")).isEmpty();
    assertThat(MetaRefresh.target("<script>\"" + refresh + "\"</script>")).isEmpty();
    assertThat(MetaRefresh.target("<!--" + refresh + "-->")).isEmpty();
    assertThat(MetaRefresh.target("<script>" + refresh)).isEmpty();
  }
}
