package org.nangdok.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a service that is for one machine for that machine: a web page elsewhere can lead its own
 * name to 127.0.0.1 and then call us as if we were its own site (DNS rebinding), but its name stays
 * in the Host header. There only {@code localhost}, addresses and the name of {@code
 * nangdok.public-address} are answered; a service that listens to others answers to any name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HostGuard extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(HostGuard.class);
  private static final int MISDIRECTED_REQUEST = 421;
  private static final String REFUSAL =
      """
      {"type":"about:blank","title":"Misdirected Request","status":421,"code":"request.host",\
      "detail":"This service answers to localhost only. Set nangdok.public-address to the address that people use."}""";

  private final boolean oneMachine;
  private final @Nullable String publicName;

  HostGuard(
      @Value("${server.address:}") @Nullable InetAddress address,
      @Value("${nangdok.public-address:http://localhost:8080}") URI service) {
    this.oneMachine = address != null && address.isLoopbackAddress();
    this.publicName = service.getHost();
    if (oneMachine) {
      LOG.info("Only this machine is served; there are no keys");
    } else {
      LOG.warn(
          "Everybody who reaches the port is served: there are no keys. Put a proxy with its own"
              + " authentication in front, or set server.address=127.0.0.1");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!oneMachine || isOurs(request.getServerName())) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(MISDIRECTED_REQUEST);
    response.setContentType("application/problem+json");
    response.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isOurs(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    boolean literal = name.startsWith("[") || name.contains(":") || name.matches("[0-9.]+");
    return literal
        || name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equalsIgnoreCase(publicName);
  }
}
