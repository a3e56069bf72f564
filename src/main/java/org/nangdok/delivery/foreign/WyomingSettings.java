package org.nangdok.delivery.foreign;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Wyoming protocol, by which Home Assistant speaks, under {@code nangdok.wyoming.} in the
 * configuration.
 *
 * @param enabled whether it is answered; unset: where nobody needs a key, because it has none
 * @param port 0 for any that is free
 * @param address where it listens; unset: where the service itself does
 * @param announce whether it is announced on the local network (DNS-SD, RFC 6763), where it can be
 *     reached from there
 */
@ConfigurationProperties("nangdok.wyoming")
record WyomingSettings(
    @Nullable Boolean enabled,
    @DefaultValue("10200") int port,
    @Nullable InetAddress address,
    @DefaultValue("true") boolean announce) {

  WyomingSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("nangdok.wyoming.port must be 0 to 65535.");
    }
  }
}
