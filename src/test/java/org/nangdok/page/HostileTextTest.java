package org.nangdok.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes and texts made to be slow or to break what reads them. */
class HostileTextTest {

  private static final String[] PIECES = {
    "<meta ",
    "charset=",
    "euc-kr",
    "utf-16",
    "'",
    "\"",
    ">",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "http-equiv=refresh ",
    "content='0;url=",
    " ",
    "<?xml encoding='",
    "\u0000",
    "iso-2022-kr",
    "\u001b"
  };

  @Test
  void decodesAnyBytes() {
    Random random = new Random(949);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      byte[] head = text.toString().getBytes(ISO_8859_1);
      byte[] bytes = new byte[head.length + random.nextInt(20)];
      random.nextBytes(bytes);
      System.arraycopy(head, 0, bytes, 0, head.length);
      @Nullable String type = random.nextBoolean() ? null : text.toString();

      assertThatCode(() -> MetaRefresh.target(PageDecoder.decode(bytes, type)))
          .as("%s", text)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "<meta ",
        "<meta content='",
        "<!--",
        "<script",
        "charset= ",
        "\"",
        "a=",
        "&amp;",
        "<?xml ",
        "0;url=",
        "\n"
      })
  void readsLongRepetitionsQuickly(String piece) {
    String text = piece.repeat(2_000_000 / piece.length());
    byte[] bytes = text.getBytes(UTF_8);
    String refresh = "<meta http-equiv=refresh content='0;url=" + text + "'>";
    String meta = "<meta charset='" + text + "'>";

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(PageDecoder.decode(bytes, "text/html; charset=" + text))
              .hasSize(text.length());
          PageDecoder.decode((meta + "\u00ff").getBytes(ISO_8859_1), null);
          MetaRefresh.target(refresh);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "x", "/", "%", "[", "@", "."})
  void refusesLongAddressesQuickly(String piece) {
    String address = "http://a" + piece.repeat(2_000_000) + "b";

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatCode(() -> WebAddress.parse(address, Reach.publicAt(Set.of(80))))
                .isInstanceOf(PageException.class));
  }
}
