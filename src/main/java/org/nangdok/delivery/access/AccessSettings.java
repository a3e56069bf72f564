package org.nangdok.delivery.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets in, under {@code nangdok.web.} in the configuration.
 *
 * @param mode {@code open} or {@code keys}
 * @param linkLife how long a signed link is good for
 */
@ConfigurationProperties("nangdok.web")
record AccessSettings(
    @DefaultValue("open") AccessMode mode, @DefaultValue("12h") Duration linkLife) {

  AccessSettings {
    if (!linkLife.isPositive()) {
      throw new IllegalArgumentException("nangdok.web.link-life takes a time such as 12h.");
    }
  }
}
