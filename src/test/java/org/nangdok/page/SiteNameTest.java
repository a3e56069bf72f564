package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNameTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com/a, example.com",
    "HTTP://WWW.Example.COM.:80/b?c, example.com",
    "https://a.b.c.example.com, example.com",
    "https://news.example.co.kr/, example.co.kr",
    "https://example.co.kr/, example.co.kr",
    "https://www.example.kr/, example.kr",
    "https://한글.한국/, xn--bj0bj06e.xn--3e0b707e",
    "https://93.184.216.34/, 93.184.216.34",
    "https://localhost/, localhost",
  })
  void oneNameForAllThatOneOwnerCanMake(String address, String site) {
    assertThat(SiteName.of(address)).contains(site);
  }

  @Test
  void whatIsNeverFetchedHasNone() {
    assertThat(SiteName.of("")).isEmpty();
    assertThat(SiteName.of("file:///etc/passwd")).isEmpty();
    assertThat(SiteName.of("https://example.com:8080/")).isEmpty();
    assertThat(SiteName.of("https://%65xample.com/")).isEmpty();
    assertThat(SiteName.of("https://me@example.com/")).isEmpty();
  }
}
