package org.nangdok.delivery.foreign;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.nangdok.delivery.access.RoutedPath;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whatever is refused under {@code /v1/}, by whomever (limits, keys, sizes, unknown
 * addresses), in the form of the service whose client asks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ErrorForms extends OncePerRequestFilter {

  private static final String FOREIGN = "/v1/";
  private static final Pattern POLLYS =
      Pattern.compile("/v1/(?:speech|voices|lexicons|synthesis(?:Tasks|Stream))(?:/.*)?");
  private static final ErrorForm OPEN_AI = new OpenAiErrors();
  private static final ErrorForm POLLY = new PollyErrors();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = RoutedPath.of(request);
    if (!path.startsWith(FOREIGN)) {
      chain.doFilter(request, response);
      return;
    }
    var held = new HeldProblem(response);
    chain.doFilter(request, held);
    held.tell(isPollys(path, request) ? POLLY : OPEN_AI);
  }

  /** Also by its signature, so that Amazon's clients understand that an address isn't there. */
  private static boolean isPollys(String path, HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return POLLYS.matcher(path).matches()
        || (authorization != null
            && authorization.toUpperCase(Locale.ROOT).startsWith("AWS4-HMAC-SHA256"));
  }
}
