package org.nangdok.script.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordFileTest {

  @Test
  void aWrongLineIsNamed() {
    assertThatThrownBy(() -> WordFile.word("anchor\t앵커", "ko.tsv:7"))
        .hasMessage("ko.tsv:7: a line needs a kind, a word and an example, separated by tabs.");
    assertThatThrownBy(() -> WordFile.word("ancor\t앵커\t[앵커]", "ko.tsv:8"))
        .hasMessage("ko.tsv:8: \"ancor\" is not a kind of word.");
  }

  @Test
  void everyListedFileHasWords() {
    assertThat(WordFile.names()).isNotEmpty().allMatch(name -> !WordFile.read(name).isEmpty());
  }
}
