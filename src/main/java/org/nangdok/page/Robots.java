package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * The robots.txt files of sites, fetched through the same door as pages and remembered for a day
 * (RFC 9309, section 2.3): none means everything may be read, one that can't be had means nothing.
 */
final class Robots {

  private static final String PRODUCT = "nangdok";
  private static final int MAX_REDIRECTS = 5;
  private static final Duration UNREACHABLE_FOR = Duration.ofMinutes(5);

  private final HttpDoor door;
  private final Reach reach;
  private final Cache<String, RobotsRules> known =
      Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofDays(1)).build();
  private final Cache<String, RobotsRules> unreachable =
      Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(UNREACHABLE_FOR).build();

  Robots(HttpDoor door, Reach reach) {
    this.door = door;
    this.reach = reach;
  }

  /**
   * @throws PageException {@code page.disallowed} if the site asks programs to stay away from there
   */
  void requireAllowed(WebAddress address, Deadline deadline) {
    String query = address.uri().getRawQuery();
    String path = address.uri().getRawPath() + (query == null ? "" : "?" + query);
    if (!rules(address, deadline).allows(path)) {
      throw PageException.disallowed();
    }
  }

  private RobotsRules rules(WebAddress address, Deadline deadline) {
    RobotsRules remembered = known.getIfPresent(address.site());
    if (remembered == null) {
      remembered = unreachable.getIfPresent(address.site());
    }
    if (remembered != null) {
      return remembered;
    }
    try {
      RobotsRules rules = fetch(address.resolve("/robots.txt", reach), deadline);
      known.put(address.site(), rules);
      return rules;
    } catch (PageException e) {
      if (e.isInterrupted() || e.code().equals("page.blocked-address")) {
        throw e;
      }
      unreachable.put(address.site(), RobotsRules.nothing());
      return RobotsRules.nothing();
    }
  }

  private RobotsRules fetch(WebAddress start, Deadline deadline) {
    WebAddress at = start;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Answer answer = door.get(at, Map.of(), any -> {}, deadline);
      if (answer.status() == 200) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return RobotsRules.parse(text.replace("\uFEFF", ""), PRODUCT);
      }
      if (!answer.isRedirect()) {
        if (answer.status() >= 500 || answer.status() == 429) {
          throw PageException.siteStatus(answer.status());
        }
        return RobotsRules.everything();
      }
      at = Redirect.target(at, answer, reach);
    }
    return RobotsRules.everything();
  }
}
