package org.nangdok.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nangdok.delivery.access.RoutedPath;
import org.nangdok.key.KeyException;
import org.nangdok.key.KeyFile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts on every answer what tells browsers to keep it apart from other sites: a policy without
 * inline scripts or styles, no guessing of types, no framing but by the sites that the
 * configuration names, and sound and transcripts for everyone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

  private static final String YEAR = "max-age=31536000";
  private static final String FEATURES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

  /** For a page that holds nothing but a link to us, which any site may frame. */
  static final String LINK_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

  private final WebSettings settings;
  private final KeyFile keys;
  private final String policy;
  private final String embedPolicy;

  SecurityHeaders(WebSettings settings, KeyFile keys) {
    this.settings = settings;
    this.keys = keys;
    this.policy = policy("'none'");
    this.embedPolicy = policy(settings.frames());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = RoutedPath.of(request);
    boolean embed = path.startsWith("/embed/");
    boolean shared = isShared(path);
    response.setHeader("Content-Security-Policy", embed ? embedPolicy : policy);
    if (!embed) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", FEATURES);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", shared ? "cross-origin" : "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", YEAR);
    }
    allowOrigin(request, response, shared);
    if (isPreflight(request)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Never with credentials: there are no cookies, and keys are sent by programs. */
  private void allowOrigin(
      HttpServletRequest request, HttpServletResponse response, boolean shared) {
    String origin = request.getHeader("Origin");
    if (shared) {
      response.setHeader("Access-Control-Allow-Origin", "*");
    } else {
      response.addHeader("Vary", "Origin");
      if (origin != null && mayCall(origin)) {
        response.setHeader("Access-Control-Allow-Origin", origin);
      }
    }
    if (isPreflight(request) && response.containsHeader("Access-Control-Allow-Origin")) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
      response.setHeader("Access-Control-Allow-Headers", "Content-Type, Authorization, Range");
      response.setHeader("Access-Control-Max-Age", "600");
    }
  }

  private boolean mayCall(String origin) {
    if (settings.origins().contains(origin)) {
      return true;
    }
    try {
      return keys.knowsOrigin(origin);
    } catch (KeyException e) {
      return false; // told where a key is asked for
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  /** Sound, transcripts and the widget's files, which pages of other sites fetch. */
  private static boolean isShared(String path) {
    return path.startsWith("/clips/")
        || path.equals("/embed.js")
        || path.startsWith("/web/")
        || path.equals("/oembed")
        || (path.startsWith("/api/readings/")
            && path.matches(
                "/api/readings/[^/]+/((audio|transcript|chapters)\\.[a-z0-9]+|segments/[0-9-]+\\.mp3)"));
  }

  private static String policy(String frames) {
    return "default-src 'self'; media-src 'self' blob:; img-src 'self' data:; object-src 'none';"
        + " base-uri 'none'; form-action 'self'; require-trusted-types-for 'script';"
        + " frame-ancestors "
        + frames;
  }
}
