package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-1, 0, 1",
    "bytes=0-, 0, 999",
    "bytes=5-, 5, 999",
    "bytes=-1, 999, 999",
    "bytes=-5000, 0, 999",
    "bytes=990-5000, 990, 999",
    "bytes = 3 - 4, 3, 4"
  })
  void aRangeIsAStretchOfTheBody(String header, long first, long last) {
    assertThat(ByteRange.parse(header, 1000)).isEqualTo(new ByteRange.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=999999999-", "bytes=-0", "bytes=1000-1001"})
  void aRangeOutsideTheBodyCannotBeSatisfied(String header) {
    assertThat(ByteRange.parse(header, 1000)).isInstanceOf(ByteRange.Unsatisfiable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-1,3-4",
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "items=0-1",
        "",
        "bytes=99999999999999999999-"
      })
  void severalRangesOrNoneThatIsUnderstoodMeanTheWhole(String header) {
    assertThat(ByteRange.parse(header, 1000)).isInstanceOf(ByteRange.Whole.class);
  }

  @Test
  void whateverIsAskedThePartLiesInTheBody() {
    var random = new Random(7);
    String alphabet = "bytes=0123456789-, ";
    for (int i = 0; i < 20_000; i++) {
      var header = new StringBuilder("bytes=");
      for (int k = random.nextInt(12); k > 0; k--) {
        header.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      long length = random.nextInt(100);
      if (ByteRange.parse(header.toString(), length) instanceof ByteRange.Part part) {
        assertThat(part.first()).isBetween(0L, part.last());
        assertThat(part.last()).isLessThan(length);
      }
    }
  }
}
