package org.nangdok.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may ask for, under {@code nangdok.limits.} in the configuration.
 *
 * @param articles articles a client may hand in per window, to be read or only to be looked at
 * @param bytes how much a client may hand in per window in all
 * @param window the time after which a client has its full allowance again
 * @param active readings of a client that are made at the same time
 * @param streams answers without an end that a client may hold open at the same time
 * @param allStreams the same for all clients together
 */
@ConfigurationProperties("nangdok.limits")
record LimitSettings(
    @DefaultValue("30") int articles,
    @DefaultValue("16000000") long bytes,
    @DefaultValue("1m") Duration window,
    @DefaultValue("3") int active,
    @DefaultValue("100") int streams,
    @DefaultValue("2000") int allStreams) {

  LimitSettings {
    if (articles < 1
        || bytes < 1
        || active < 1
        || streams < 1
        || allStreams < 1
        || !window.isPositive()) {
      throw new IllegalArgumentException("nangdok.limits takes numbers and times above nothing.");
    }
  }
}
