package org.nangdok;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.page.OwnNetworks;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * From where pages and feeds are fetched, under {@code nangdok.page.} in the configuration.
 *
 * @param allow hosts, addresses and ranges of networks of the administrator's own, such as {@code
 *     wallabag.home.arpa:8080} or {@code 192.168.1.0/24}; everybody whom the service serves can
 *     have what is there read aloud
 */
@ConfigurationProperties("nangdok.page")
record PageSettings(@Nullable List<String> allow) {

  PageSettings {
    var unused = OwnNetworks.of(allow == null ? List.of() : allow);
  }

  OwnNetworks own() {
    return OwnNetworks.of(allow == null ? List.of() : allow);
  }
}
