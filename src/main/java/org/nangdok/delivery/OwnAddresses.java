package org.nangdok.delivery;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nangdok.delivery.access.Refusal;
import org.nangdok.delivery.access.RoutedPath;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the server's own addresses and methods, which would answer in a form of their own:
 * TRACE, and the page to which errors are led.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class OwnAddresses extends OncePerRequestFilter
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final Refusal METHOD =
      new Refusal(
          HttpStatus.METHOD_NOT_ALLOWED, "request.method", "This service doesn't take TRACE.");
  private static final Refusal NOTHING =
      new Refusal(HttpStatus.NOT_FOUND, "request.not-found", "There is nothing at this address.");

  /** So that TRACE reaches the filter instead of the server's own refusal. */
  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equalsIgnoreCase("TRACE")) {
      response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
      METHOD.write(response);
    } else if (request.getDispatcherType() == DispatcherType.REQUEST
        && RoutedPath.of(request).equals("/error")) {
      NOTHING.write(response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
