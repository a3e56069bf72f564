package org.nangdok;

import java.time.Duration;
import org.nangdok.reading.Keeping;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept, under {@code nangdok.keep.} in the configuration; 0 of either is no limit.
 *
 * @param days readings that nobody asked for in so many days are removed
 * @param megabytes sound and database together; what was heard longest ago goes first
 * @param every how often it is looked at
 */
@ConfigurationProperties("nangdok.keep")
record KeepSettings(
    @DefaultValue("0") int days,
    @DefaultValue("20000") long megabytes,
    @DefaultValue("PT15M") Duration every) {

  private static final long MEGABYTE = 1_000_000;

  KeepSettings {
    if (days < 0 || megabytes < 0 || !every.isPositive()) {
      throw new IllegalArgumentException(
          "nangdok.keep.days and nangdok.keep.megabytes are 0 (no limit) or more,"
              + " nangdok.keep.every is a time.");
    }
  }

  Keeping.Limits limits() {
    return new Keeping.Limits(Duration.ofDays(days), megabytes * MEGABYTE);
  }
}
