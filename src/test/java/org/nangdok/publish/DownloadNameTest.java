package org.nangdok.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadNameTest {

  @ParameterizedTest
  @CsvSource({
    "섬을 찾아가는 책배, 섬을 찾아가는 책배.mp3",
    "CON, nangdok.mp3",
    "..., nangdok.mp3",
    "../../etc/passwd, etc passwd.mp3",
    "'a: b? c*', a b c.mp3",
    "'', nangdok.mp3"
  })
  void aTitleBecomesAFileName(String title, String name) {
    assertThat(DownloadName.of(title, "mp3")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\"\r\nSet-Cookie: x=1", "\u0000\u202e\ud800", "😀😀😀😀", "x\\y", "한글 제목"})
  void theHeaderIsOneLineWithoutAPath(String title) {
    String header = DownloadName.attachment(DownloadName.of(title, "mp3"));
    assertThat(header).doesNotContain("\r", "\n", "/", "\\").matches("[ -~]+");
  }

  @Test
  void longTitlesAreCutBetweenCharacters() {
    String name = DownloadName.of("😀".repeat(300), "mp3");
    assertThat(name.length()).isLessThanOrEqualTo(100);
    assertThat(name).endsWith("😀.mp3");
  }

  @Test
  void theEncodedNameDecodesToTheName() {
    String name = DownloadName.of("광장의 밤 — 10%", "mp3");
    String header = DownloadName.attachment(name);
    String encoded = header.substring(header.indexOf("''") + 2);
    assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
        .isEqualTo(name);
    assertThat(header).startsWith("attachment; filename=\"nangdok.mp3\"; filename*=UTF-8''");
  }
}
