package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pages lately fetched, by the address they were found at and a hash of their content, so that an
 * unchanged one is asked for by condition (RFC 9111) and not sent twice.
 *
 * <p>An answer that its site marks as one visitor's own ({@code private}, {@code no-store}, {@code
 * Set-Cookie}, {@code Vary: *}) is never kept. A page's own claim of another address (canonical)
 * plays no part.
 */
final class PageCache {

  private static final long MAX_BYTES = 24_000_000;
  private static final Duration LONGEST_FRESH = Duration.ofMinutes(10);
  private static final Duration LONGEST_KEPT = Duration.ofHours(6);

  private final Ticker time;
  private final Cache<URI, Kept> pages =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((URI address, Kept kept) -> 2 * kept.page().html().length() + 1_000)
          .expireAfterWrite(LONGEST_KEPT)
          .build();

  /**
   * A page with what its site needs to tell whether it has changed.
   *
   * @param conditions the request headers that ask for it only if it has
   * @param hash SHA-256 of its characters
   * @param freshUntil until when it needn't be asked for at all, on the ticker's scale: a clock may
   *     jump
   */
  record Kept(Page page, Map<String, String> conditions, String hash, long freshUntil) {}

  PageCache(Ticker time) {
    this.time = time;
  }

  Optional<Kept> find(URI address) {
    return Optional.ofNullable(pages.getIfPresent(address));
  }

  boolean isFresh(Kept kept) {
    return time.read() - kept.freshUntil() < 0;
  }

  /** Whether an answer may be given to others than the one it was fetched for. */
  static boolean isShareable(Answer answer) {
    List<String> control = directives(answer);
    return !control.contains("no-store")
        && control.stream().noneMatch(word -> word.startsWith("private"))
        && answer.header("set-cookie").isEmpty()
        && !answer.words("vary").contains("*");
  }

  /** Keeps a page that came with a 200, if it may be kept; the same content stays one page. */
  Page keep(Answer answer, Page page) {
    if (!isShareable(answer)) {
      pages.invalidate(page.address());
      return page;
    }
    Map<String, String> conditions = new TreeMap<>();
    answer.header("etag").ifPresent(tag -> conditions.put("If-None-Match", tag));
    answer.header("last-modified").ifPresent(date -> conditions.put("If-Modified-Since", date));
    long freshUntil = time.read() + freshness(answer).toNanos();
    String hash = hash(page.html());
    Page same =
        find(page.address()).filter(kept -> kept.hash().equals(hash)).map(Kept::page).orElse(page);
    pages.put(page.address(), new Kept(same, Map.copyOf(conditions), hash, freshUntil));
    return same;
  }

  /** Takes a 304 as word that a kept page is still the same. */
  Page confirm(Answer answer, Kept kept) {
    if (!isShareable(answer)) {
      pages.invalidate(kept.page().address());
      return kept.page();
    }
    long freshUntil = time.read() + freshness(answer).toNanos();
    pages.put(
        kept.page().address(), new Kept(kept.page(), kept.conditions(), kept.hash(), freshUntil));
    return kept.page();
  }

  private static Duration freshness(Answer answer) {
    List<String> control = directives(answer);
    if (control.contains("no-cache")) {
      return Duration.ZERO;
    }
    long maxAge = seconds(control, "s-maxage=").or(() -> seconds(control, "max-age=")).orElse(0L);
    long age =
        answer
            .header("age")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Long::parseLong)
            .orElse(0L);
    return Duration.ofSeconds(Math.min(Math.max(0, maxAge - age), LONGEST_FRESH.toSeconds()));
  }

  private static Optional<Long> seconds(List<String> control, String name) {
    return control.stream()
        .filter(word -> word.matches(name + "\"?\\d{1,9}\"?"))
        .map(word -> Long.parseLong(word.substring(name.length()).replace("\"", "")))
        .findFirst();
  }

  private static List<String> directives(Answer answer) {
    return Arrays.stream(answer.words("cache-control").split(",")).map(String::strip).toList();
  }

  private static String hash(String html) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(html.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
