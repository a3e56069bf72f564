package org.nangdok.delivery.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id that stands in the log (as {@code trace.id}, the name of the Elastic
 * Common Schema) and in the problem that it is answered with.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Trace extends OncePerRequestFilter {

  private static final String NAME = "trace.id";

  /** The id of the request in work on this thread, if there is one. */
  public static @Nullable String id() {
    return MDC.get(NAME);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MDC.put(NAME, UUID.randomUUID().toString().replace("-", ""));
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(NAME);
    }
  }
}
