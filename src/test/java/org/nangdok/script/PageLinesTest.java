package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.script.line.PageLines;

/** That each form of {@code page-lines.tsv} tells its example and leaves its counter-example. */
class PageLinesTest {

  record Row(String id, PageLines.Where where, String example, String counter) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Script.class.getResourceAsStream("page-lines.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(
              row ->
                  new Row(
                      row[0],
                      PageLines.Where.valueOf(row[1].toUpperCase(Locale.ROOT)),
                      row[3],
                      row[4]))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void tellsItsExampleAndNotItsCounterExample(Row row) {
    assertThat(PageLines.form(row.example(), row.where())).isEqualTo(row.id());
    assertThat(PageLines.form(row.counter(), row.where())).isNull();
  }
}
