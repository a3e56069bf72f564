package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every Range header (RFC 9110, section 14.1.2). */
class ByteRangePropertiesTest {

  @Property(tries = 1_000)
  void aPartLiesInTheBody(
      @ForAll @CharRange(from = '-', to = '9') @StringLength(max = 40) String ranges,
      @ForAll @LongRange(min = 0, max = 5_000_000_000L) long length) {
    if (ByteRange.parse("bytes=" + ranges, length) instanceof ByteRange.Part part) {
      assertThat(part.first()).isBetween(0L, part.last());
      assertThat(part.last()).isLessThan(length);
    }
  }

  @Property(tries = 1_000)
  void aRangeInsideIsGivenAsItIs(
      @ForAll @LongRange(min = 0, max = 1_000_000) long first,
      @ForAll @LongRange(min = 0, max = 1_000_000) long more) {
    long last = first + more;
    assertThat(ByteRange.parse("bytes=" + first + "-" + last, last + 1))
        .isEqualTo(new ByteRange.Part(first, last));
    assertThat(ByteRange.parse("bytes=-" + (more + 1), last + 1))
        .isEqualTo(new ByteRange.Part(first, last));
  }
}
