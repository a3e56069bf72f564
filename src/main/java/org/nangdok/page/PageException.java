package org.nangdok.page;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/**
 * A page that can't be had, with the reason as a code of the form {@code page.words-like-this}.
 *
 * <p>The sentences never repeat the address, only its host where that helps, so that they may be
 * logged and shown.
 */
public final class PageException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private PageException(String code, String sentence) {
    super(code, sentence);
  }

  private PageException(
      String code, String sentence, Map<String, Object> members, @Nullable Throwable cause) {
    super(code, sentence, members, cause);
  }

  static PageException badUrl(String sentence) {
    return new PageException("page.bad-url", sentence);
  }

  static PageException scheme() {
    return new PageException("page.scheme", "Only http and https addresses can be read.");
  }

  static PageException credentials() {
    return new PageException(
        "page.credentials", "Addresses with a user name or password are not accepted.");
  }

  static PageException port() {
    return new PageException("page.port", "Only ports 80 and 443 can be read.");
  }

  static PageException blockedAddress() {
    return new PageException("page.blocked-address", "This address is not on the public internet.");
  }

  static PageException unknownHost(String host) {
    return new PageException("page.unknown-host", "No site answers at " + host + ".");
  }

  static PageException badRedirect(@Nullable Throwable cause) {
    return new PageException(
        "page.bad-redirect",
        "The site redirected to an address that cannot be read.",
        Map.of(),
        cause);
  }

  static PageException tooManyRedirects(int limit) {
    return new PageException(
        "page.too-many-redirects", "The site redirected more than " + limit + " times.");
  }

  static PageException tooLarge(long maxBytes) {
    String size = maxBytes % 1_000_000 == 0 ? maxBytes / 1_000_000 + " MB" : maxBytes + " bytes";
    return new PageException("page.too-large", "The page is larger than " + size + ".");
  }

  static PageException badEncoding() {
    return new PageException(
        "page.bad-encoding", "The page came in an encoding that is not supported.");
  }

  static PageException timeout(Duration limit) {
    return new PageException("page.timeout", "The site took longer than " + words(limit) + ".");
  }

  static PageException broken(@Nullable Throwable cause) {
    return new PageException("page.broken", "The site broke off its answer.", Map.of(), cause);
  }

  static PageException notReached(@Nullable Throwable cause) {
    return new PageException(
        "page.broken", "The site does not accept connections.", Map.of(), cause);
  }

  static PageException notHtml(@Nullable String type) {
    String given = type == null ? "it names no type" : type;
    return new PageException("page.not-html", "This address is not a web page (" + given + ").");
  }

  static PageException notFeed(@Nullable String type) {
    String given = type == null ? "it names no type" : type;
    return new PageException(
        "page.not-feed", "This address is not a feed in RSS or Atom (" + given + ").");
  }

  static PageException siteStatus(int status) {
    return new PageException(
        "page.site-status",
        "The site answered " + status + ".",
        Map.of("upstreamStatus", status),
        null);
  }

  static PageException siteRests(int status, Duration wait) {
    return new PageException(
        "page.site-status",
        "The site answered " + status + " and asks to be left alone for " + words(wait) + ".",
        Map.of("upstreamStatus", status, "retryAfter", seconds(wait)),
        null);
  }

  static PageException tls(@Nullable Throwable cause) {
    return new PageException(
        "page.tls", "The site's certificate could not be checked.", Map.of(), cause);
  }

  static PageException disallowed() {
    return new PageException("page.disallowed", "The site asks not to be read by programs.");
  }

  static PageException busy() {
    return new PageException(
        "page.busy",
        "Too many pages are being fetched; try again in 5 seconds.",
        Map.of("retryAfter", 5L),
        null);
  }

  static PageException interrupted() {
    return new PageException("page.interrupted", "The page is no longer wanted.");
  }

  boolean isInterrupted() {
    return code().equals("page.interrupted");
  }

  private static long seconds(Duration length) {
    return Math.max(1, length.plusMillis(999).toSeconds());
  }

  private static String words(Duration length) {
    return length.toMillis() % 1000 == 0
        ? length.toSeconds() + " seconds"
        : length.toMillis() + " milliseconds";
  }
}
