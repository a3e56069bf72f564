package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of all authors, without what stands around them. */
class BylineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Von Anna Berg und Jan de Vries | Anna Berg, Jan de Vries",
        "Written by Mary O'Neil | Mary O'Neil",
        "By Mary O'Neil, Staff Writer | Mary O'Neil",
        "By Mary O'Neil and Bo Lee, Published March 5, 2024 | Mary O'Neil, Bo Lee",
        "Reported by Ann Lee, Bo Kim & Cy Roe in Belmar | Ann Lee, Bo Kim, Cy Roe",
        "유바다 기자, 서하늘 기자 | 유바다, 서하늘",
        "유바다 기자 bada@example.com | 유바다",
        "Par Jean Petit et Zoé Marin | Jean Petit, Zoé Marin",
        "Mary O'Neil 05.03.2024 19:26 | Mary O'Neil"
      })
  void names(String printed, String names) {
    assertThat(Byline.namesIn(printed)).isEqualTo(names);
  }
}
