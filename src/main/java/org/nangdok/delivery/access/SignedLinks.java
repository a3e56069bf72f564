package org.nangdok.delivery.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.key.Key;
import org.nangdok.key.KeyFile;
import org.nangdok.key.LinkSignature;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Links that expire, for what can't send a key: audio elements, downloads, feeds, frames.
 *
 * <p>A link to a reading is good for all addresses of that reading ({@code /r/}, {@code /embed/},
 * {@code /api/readings/} and below), so that a page opened by it can play; any other is good for
 * its own path only.
 */
public final class SignedLinks {

  private static final Pattern READING =
      Pattern.compile("/(?:r|embed|api/readings)/([0-9A-Za-z_-]+)(?:/.*)?");

  private final AccessMode mode;
  private final Duration life;
  private final KeyFile keys;
  private final Clock clock;

  SignedLinks(AccessSettings settings, KeyFile keys, Clock clock) {
    this.mode = settings.mode();
    this.life = settings.linkLife();
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * An address as who asks at the moment can use it without a key; in open mode as it is.
   *
   * @param address a path on this service, with a query or without
   */
  public String sign(String address) {
    if (mode == AccessMode.OPEN) {
      return address;
    }
    Authentication asking = SecurityContextHolder.getContext().getAuthentication();
    if (asking instanceof KeyAuthentication key) {
      return sign(address, key.key(), end(life));
    }
    return asking instanceof LinkAuthentication link
        ? sign(address, link.key(), link.expires())
        : address;
  }

  /**
   * An address that is good for a time of the asker's choice; signed in open mode too, if with a
   * key.
   */
  public String sign(String address, Duration time) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof KeyAuthentication asks
        ? sign(address, asks.key(), end(time))
        : address;
  }

  /** Whole hours, so that an address stays the same for a while and browsers can keep it. */
  private Instant end(Duration time) {
    long hour = Duration.ofHours(1).toSeconds();
    long seconds = clock.instant().plus(time).getEpochSecond();
    return Instant.ofEpochSecond((seconds + hour - 1) / hour * hour);
  }

  private static String sign(String address, Key key, Instant expires) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    return address
        + (query < 0 ? '?' : '&')
        + "key="
        + key.id()
        + "&expires="
        + expires.getEpochSecond()
        + "&signature="
        + LinkSignature.of(key, subject(path), expires);
  }

  /** Whether a request claims to come by a signed link. */
  boolean claims(HttpServletRequest request) {
    boolean reads =
        request.getMethod().equals("GET")
            || request.getMethod().equals("HEAD")
            || request.getMethod().equals("POST") && isListening(RoutedPath.of(request));
    return mode == AccessMode.KEYS && reads && request.getParameter("signature") != null;
  }

  /** What a listener tells changes nothing but the order in which a reading is made, and counts. */
  private static boolean isListening(String path) {
    return path.matches("/api/readings/[^/]+/(?:position|heard)");
  }

  /**
   * Checks a request's link.
   *
   * @throws RefusedException if it was changed, is for something else, or is over
   */
  LinkAuthentication prove(HttpServletRequest request) {
    Instant expires = expiry(request.getParameter("expires"));
    Key key =
        Optional.ofNullable(request.getParameter("key"))
            .flatMap(keys::find)
            .orElseThrow(RefusedException::link);
    String signature = String.valueOf(request.getParameter("signature"));
    boolean right = LinkSignature.proves(signature, key, subject(RoutedPath.of(request)), expires);
    if (!right || !clock.instant().isBefore(expires)) {
      throw RefusedException.link();
    }
    return new LinkAuthentication(key, expires);
  }

  private static Instant expiry(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("[0-9]{1,11}")) {
      throw RefusedException.link();
    }
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }

  private static String subject(String path) {
    Matcher reading = READING.matcher(path);
    return reading.matches() ? "/api/readings/" + reading.group(1) : path;
  }
}
