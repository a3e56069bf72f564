package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.util.Set;
import org.nangdok.delivery.access.RoutedPath;
import org.nangdok.delivery.access.WorkShare;
import org.nangdok.library.ClientShares;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds the {@link Clients} to their {@link Allowances} before their request is read. */
@Component
class FairUse implements HandlerInterceptor, WebMvcConfigurer, WorkShare {

  /** What a request of unannounced size is taken for. */
  private static final long UNANNOUNCED_BYTES = 1_000_000;

  /** Of a file most bytes are pictures and fonts, which cost nothing but room on the disk. */
  private static final long DOCUMENT_SHARE = 8;

  /** Addresses at which work is asked for that takes a processor's time. */
  private static final Set<String> ARTICLES =
      Set.of(
          "/api/articles",
          "/api/scripts",
          "/api/readings",
          "/api/works",
          "/api/feeds/{name}/entries",
          "/api/documents",
          "/api/pronunciations/sample",
          "/v1/audio/speech",
          "/v1/speech",
          "/",
          "/process",
          "/synthesize",
          "/synthesize/{*sentence}",
          "/v2/synthesize",
          "/api/tts");

  /** Those of them that may be asked by GET. */
  private static final Set<String> BY_GET =
      Set.of("/process", "/synthesize/{*sentence}", "/v2/synthesize", "/api/tts");

  private final Allowances allowances;

  FairUse(LimitSettings limits, ClientShares shares) {
    this.allowances = new Allowances(limits, shares);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/", "/api/**", "/v1/**", "/v2/**", "/process", "/synthesize/**");
  }

  /** The pattern of the address that Spring chose, however the request spelled it. */
  private static String routed(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? RoutedPath.of(request) : pattern.toString();
  }

  /**
   * Counts work that a request turns out to need: a file that isn't made yet.
   *
   * @throws LimitException if its client has had its share
   */
  void charge(HttpServletRequest request) {
    Clients.of(request).ifPresent(client -> allowances.take(client, 1, 1));
  }

  @Override
  public void take(InetAddress client, long bytes) {
    Clients.of(client).ifPresent(one -> allowances.take(one, 1, bytes));
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean post = request.getMethod().equals("POST");
    String path = routed(request);
    if (post || BY_GET.contains(path)) {
      long length = post ? request.getContentLengthLong() : request.getRequestURI().length();
      long bytes = length < 0 ? UNANNOUNCED_BYTES : length;
      long counted = DocumentRequests.isOne(request) ? bytes / DOCUMENT_SHARE : bytes;
      int articles = ARTICLES.contains(path) ? 1 : 0;
      Clients.of(request).ifPresent(client -> allowances.take(client, articles, counted));
    }
    return true;
  }
}
