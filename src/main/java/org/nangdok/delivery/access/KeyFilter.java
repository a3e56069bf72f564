package org.nangdok.delivery.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.key.Key;
import org.nangdok.key.KeyException;
import org.nangdok.key.KeyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the key or the signed link that a request brings; a wrong one is refused whatever the
 * request is for. Clients of other services send some key always: where nobody needs one, those
 * that don't even look like ours count as none at their addresses.
 */
final class KeyFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFilter.class);
  private static final String BEARER = "bearer ";
  private static final String OURS = "nk_";

  /** Amazon's signatures name the access key first: its id is taken as a key, and that is all. */
  private static final Pattern SIGNED =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/,\\s]{1,200})/", Pattern.CASE_INSENSITIVE);

  private static final String FOREIGN = "/v1/";
  private static final Refusal UNREADABLE =
      new Refusal(
          HttpStatus.INTERNAL_SERVER_ERROR,
          "auth.unreadable",
          "The service can't read its keys. Tell the administrator; the log says why.");

  private final KeyFile keys;
  private final SignedLinks links;
  private final AccessMode mode;

  /**
   * @param mode whether anybody needs a key
   */
  KeyFilter(KeyFile keys, SignedLinks links, AccessMode mode) {
    this.keys = keys;
    this.links = links;
    this.mode = mode;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Authentication> proven;
    try {
      proven = proven(request);
    } catch (RefusedException e) {
      AccessRefusals.tell(e.refusal(), request, response);
      return;
    } catch (KeyException e) {
      LOG.error("No key can be checked", e);
      AccessRefusals.tell(UNREADABLE, request, response);
      return;
    }
    proven.ifPresent(
        authentication -> {
          var context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(authentication);
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  private Optional<Authentication> proven(HttpServletRequest request) {
    Optional<String> token = token(request);
    if (token.isEmpty() && links.claims(request)) {
      return Optional.of(links.prove(request));
    }
    return token
        .filter(given -> given.startsWith(OURS) || !isForeign(request))
        .map(given -> prove(given, request));
  }

  private boolean isForeign(HttpServletRequest request) {
    return mode == AccessMode.OPEN && RoutedPath.of(request).startsWith(FOREIGN);
  }

  private static Optional<String> token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    Matcher signed = SIGNED.matcher(header);
    if (signed.lookingAt()) {
      return Optional.of(signed.group(1));
    }
    return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private Authentication prove(String token, HttpServletRequest request) {
    Key key = keys.prove(token).orElseThrow(RefusedException::required);
    String origin = Objects.requireNonNullElse(request.getHeader("Origin"), "");
    if (!key.origins().isEmpty() && !key.origins().contains(origin)) {
      throw RefusedException.origin();
    }
    return new KeyAuthentication(key);
  }
}
