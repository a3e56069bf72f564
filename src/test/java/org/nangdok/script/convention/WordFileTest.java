package org.nangdok.script.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordFileTest {

  @Test
  void aWrongLineIsNamed() {
    assertThatThrownBy(() -> WordFile.word(row("anchor\t앵커", "ko.tsv:7")))
        .hasMessage("ko.tsv:7: a line needs a kind, a word and an example, separated by tabs.");
    assertThatThrownBy(() -> WordFile.word(row("ancor\t앵커\t[앵커]", "ko.tsv:8")))
        .hasMessage("ko.tsv:8: \"ancor\" is not a kind of word.");
  }

  private static DataFile.Row row(String line, String origin) {
    return new DataFile.Row(List.of(line.split("\t")), origin);
  }

  @Test
  void everyListedFileHasWords() {
    assertThat(WordFile.names()).isNotEmpty().allMatch(name -> !WordFile.read(name).isEmpty());
  }
}
