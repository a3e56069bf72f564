package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

  private static final Reach REACH = Reach.publicAt(Set.of(80, 443));

  @ParameterizedTest(name = "{0} is fetched as {1}")
  @CsvSource({
    "http://例え.jp/, http://xn--r8jz45g.jp/",
    "http://한국。kr, http://xn--3e0b707e.kr/",
    "HTTP://News.Test, http://news.test/",
    "http://news.test:80/a, http://news.test/a",
    "https://news.test:443/a#part, https://news.test/a",
    "http://news.test:443/, http://news.test:443/",
    "http://news.test./, http://news.test/",
    "http://news.test?id=1, http://news.test/?id=1",
    "http://news.test/다리?q=새 길, http://news.test/%EB%8B%A4%EB%A6%AC?q=%EC%83%88%20%EA%B8%B8",
    "http://news.test/a|b^c{d}, http://news.test/a%7Cb%5Ec%7Bd%7D",
    "http://news.test/100%, http://news.test/100%25",
    "http://news.test/%0d%0aX, http://news.test/%0d%0aX",
    "http://news.test/a?b[0]=c, http://news.test/a?b%5B0%5D=c",
    "http://134744072/, http://8.8.8.8/",
    "http://[2606:4700::1]/, 'http://[2606:4700:0:0:0:0:0:1]/'",
    "'  http://news.test/a  ', http://news.test/a",
  })
  void hasOneCanonicalForm(String given, String canonical) {
    assertThat(WebAddress.parse(given, REACH).uri()).hasToString(canonical);
  }

  @ParameterizedTest(name = "{1} on {0} leads to {2}")
  @CsvSource({
    "http://news.test/a/b?c, d, http://news.test/a/d",
    "http://news.test/a/b?c, ../d, http://news.test/d",
    "http://news.test/a, ../../d, http://news.test/d",
    "http://news.test/a, .., http://news.test/",
    "http://news.test/a, d?u=b/../c, http://news.test/d?u=b/../c",
    "http://news.test/a, ./d:e, http://news.test/d:e",
    "http://news.test/a/b?c, /d, http://news.test/d",
    "http://news.test/a/b?c, ?d, http://news.test/a/b?d",
    "https://news.test/a, //other.test/d, https://other.test/d",
    "http://news.test/a, https://other.test/d#e, https://other.test/d",
    "http://news.test/a, 기사, http://news.test/%EA%B8%B0%EC%82%AC",
  })
  void resolvesReferences(String base, String reference, String target) {
    assertThat(WebAddress.parse(base, REACH).resolve(reference, REACH).uri()).hasToString(target);
  }

  @Test
  void isNeverAnythingButCanonicalWhateverIsGiven() {
    Random random = new Random(7);
    String alphabet = "ahtp:/@#?%.[]\\0123456789xX-_ \r\n\té가①。&=|\u200d\ud83d\ude00";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder given = new StringBuilder(random.nextBoolean() ? "http://" : "");
      for (int i = random.nextInt(24); i > 0; i--) {
        given.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        WebAddress address = WebAddress.parse(given.toString(), REACH);
        assertThat(address.uri().getHost()).as("host of %s", given).isNotNull();
        assertThat(address.uri().getRawUserInfo()).as("user of %s", given).isNull();
        assertThat(WebAddress.parse(address.uri().toString(), REACH))
            .as("canonical form of %s", given)
            .isEqualTo(address);
        assertThat(address.uri().toString()).matches("[!-~]+");
      } catch (PageException expected) {
        assertThat(expected.code()).startsWith("page.");
      }
    }
  }

  @Test
  void refusesReferencesWithControlCharacters() {
    WebAddress base = WebAddress.parse("http://news.test/", REACH);

    assertThatThrownBy(() -> base.resolve("/a\rb", REACH)).isInstanceOf(PageException.class);
  }
}
