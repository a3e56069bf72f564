package org.nangdok.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose an address is, as far as its name tells: {@code news.example.co.kr} and {@code
 * www.example.co.kr} are both of {@code example.co.kr}. Whoever owns a name can make any number of
 * names under it, so what is counted for each site is counted by this one.
 */
public final class SiteName {

  private static final Reach REACH = Reach.publicAt(Set.of(80, 443));
  private static final int COUNTRY = 2;

  /** As {@code co}, {@code com}, {@code or}, {@code go} before a country. */
  private static final int KIND = 3;

  private SiteName() {}

  /** Nothing for what isn't an address that would be fetched. */
  public static Optional<String> of(String address) {
    try {
      WebAddress parsed = WebAddress.parse(address, REACH);
      String host = parsed.uri().getHost();
      return Optional.of(parsed.literal().isPresent() ? host : owner(host));
    } catch (PageException e) {
      return Optional.empty();
    }
  }

  private static String owner(String host) {
    List<String> labels = List.of(host.split("\\."));
    int count = labels.size();
    boolean underKind =
        count > 2
            && labels.get(count - 1).length() == COUNTRY
            && labels.get(count - 2).length() <= KIND;
    int last = Math.min(count, underKind ? 3 : 2);
    return String.join(".", labels.subList(count - last, count));
  }
}
