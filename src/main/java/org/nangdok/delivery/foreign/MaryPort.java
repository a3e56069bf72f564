package org.nangdok.delivery.foreign;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.RoutedPath;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A second port on which only MaryTTS's interface is answered ({@code nangdok.mary.port}, 59125 at
 * MaryTTS itself), for clients that know no other. It is bound to {@code nangdok.mary.address},
 * this machine only unless that says otherwise; keys and limits are those of the first port.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@ConditionalOnProperty("nangdok.mary.port")
class MaryPort extends OncePerRequestFilter
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final Set<String> PATHS =
      Set.of(
          "/process",
          "/voices",
          "/locales",
          "/version",
          "/audioformats",
          "/audioeffects",
          "/datatypes",
          "/exampletext");

  private final Connector connector = new Connector();

  MaryPort(
      @Value("${nangdok.mary.port}") int port,
      @Value("${nangdok.mary.address:127.0.0.1}") @Nullable InetAddress address) {
    connector.setPort(port);
    connector.setXpoweredBy(false);
    if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
      protocol.setAddress(address);
    }
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addAdditionalConnectors(connector);
  }

  /** The port that was taken; another than asked for where that was 0. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getLocalPort() == port() && !PATHS.contains(RoutedPath.of(request))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }
}
