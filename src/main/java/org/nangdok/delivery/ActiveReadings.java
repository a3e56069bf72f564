package org.nangdok.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds each client to a few readings that are being made at the same time. */
@Component
class ActiveReadings implements HandlerInterceptor, WebMvcConfigurer {

  private static final String PATH = "/api/readings";
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final int most;
  private final Predicate<String> inWork;
  private final Cache<String, Set<String>> readings =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(FORGOTTEN).build();

  @Autowired
  ActiveReadings(LimitSettings limits, ReadingDesk desk) {
    this(limits.active(), desk::isInWork);
  }

  /**
   * @param inWork whether a reading of that id is still being made
   */
  ActiveReadings(int most, Predicate<String> inWork) {
    this.most = most;
    this.inWork = inWork;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(PATH, PATH + "/*/again");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("POST")) {
      Clients.of(request).ifPresent(this::requireRoom);
    }
    return true;
  }

  private void requireRoom(String client) {
    Set<String> asked = readings.getIfPresent(client);
    if (asked != null) {
      asked.removeIf(inWork.negate());
      if (asked.size() >= most) {
        throw LimitException.of("articles at the same time", RETRY);
      }
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    String made = response.getHeader("Location");
    if (made != null && made.startsWith(PATH + "/")) {
      String id = made.substring(PATH.length() + 1);
      Clients.of(request)
          .ifPresent(client -> readings.get(client, none -> ConcurrentHashMap.newKeySet()).add(id));
    }
  }
}
