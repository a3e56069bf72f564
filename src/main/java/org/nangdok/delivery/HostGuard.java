package org.nangdok.delivery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a service that is for one machine for that machine: a web page elsewhere can lead its own
 * name to 127.0.0.1 and then call us as if we were its own site (DNS rebinding), but its name stays
 * in the Host header. There only {@code localhost}, addresses and the name of {@code
 * nangdok.public-address} are answered; a service that listens to others answers to any name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class HostGuard extends OncePerRequestFilter {

  private static final Refusal REFUSAL =
      new Refusal(
          HttpStatus.MISDIRECTED_REQUEST,
          "request.host",
          "This service answers to localhost only. Set nangdok.public-address to the address that"
              + " people use.");

  private final boolean oneMachine;
  private final @Nullable String publicName;

  HostGuard(
      @Value("${server.address:}") @Nullable InetAddress address,
      @Value("${nangdok.public-address}") URI service) {
    this.oneMachine = address != null && address.isLoopbackAddress();
    this.publicName = service.getHost();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!oneMachine || isOurs(request.getServerName())) {
      chain.doFilter(request, response);
      return;
    }
    REFUSAL.write(response);
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
