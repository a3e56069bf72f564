package org.nangdok.delivery;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Holds clients to their {@link Allowances} before their request is read.
 *
 * <p>A client is told by the address of its connection; what a request says of its origin counts
 * only where the server trusts a proxy ({@code server.forward-headers-strategy}). The machine's own
 * requests aren't limited: they are its owner's, or those of a proxy that has limits of its own.
 */
@Component
class FairUse implements HandlerInterceptor, WebMvcConfigurer {

  /** What a request of unannounced size is taken for. */
  private static final long UNANNOUNCED_BYTES = 1_000_000;

  private static final Set<String> ARTICLES =
      Set.of("/api/articles", "/api/scripts", "/api/readings");

  private final Allowances allowances;

  @Autowired
  FairUse(LimitSettings limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  FairUse(LimitSettings limits, TimeMeter time) {
    this.allowances = new Allowances(limits, time);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**", "/v1/**", "/process");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("POST")) {
      InetAddress client = client(request.getRemoteAddr());
      long length = request.getContentLengthLong();
      if (!client.isLoopbackAddress()) {
        int articles = ARTICLES.contains(request.getRequestURI()) ? 1 : 0;
        allowances.take(client, articles, length < 0 ? UNANNOUNCED_BYTES : length);
      }
    }
    return true;
  }

  private static InetAddress client(String literal) {
    try {
      return InetAddress.getByName(literal); // a literal: no name server is asked
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The server gave no address of its client.", e);
    }
  }
}
