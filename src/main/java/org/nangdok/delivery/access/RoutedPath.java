package org.nangdok.delivery.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.web.util.UriUtils;

/**
 * The path of a request as it is routed: decoded and normalised. Whatever decides by path (limits,
 * access, headers) asks here, because the request's own spelling is the client's.
 */
public final class RoutedPath {

  private RoutedPath() {}

  /** With its leading slash, without parameters and query. */
  public static String of(HttpServletRequest request) {
    String mapped = Objects.requireNonNullElse(request.getServletPath(), "");
    String rest = Objects.requireNonNullElse(request.getPathInfo(), "");
    String path = mapped + rest;
    return path.isEmpty() ? UriUtils.decode(request.getRequestURI(), UTF_8) : path;
  }
}
