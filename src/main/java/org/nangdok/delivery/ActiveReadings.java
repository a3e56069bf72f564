package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.AskedReadings;
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

  private final int most;
  private final AskedReadings asked;

  @Autowired
  ActiveReadings(LimitSettings limits, AskedReadings asked) {
    this(limits.active(), asked);
  }

  ActiveReadings(int most, AskedReadings asked) {
    this.most = most;
    this.asked = asked;
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
    if (asked.inWork(client) >= most) {
      throw LimitException.of("articles at the same time", RETRY);
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
      Clients.of(request).ifPresent(client -> asked.asked(client, id));
    }
  }
}
