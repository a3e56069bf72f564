package org.nangdok;

import java.time.Duration;
import org.nangdok.reading.ReadingDesk;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whether sentences are really being made while readings wait: {@code speech} is part of readiness,
 * {@code progress}, which is down later, of liveness. That one is down too where an engine has left
 * so many threads behind that only a new process can use it.
 */
@Configuration(proxyBeanMethods = false)
class SpeechHealth {

  /** A process is started anew only when it is certain that it won't get on by itself. */
  private static final int PATIENCE = 3;

  @Bean
  HealthIndicator speechHealthIndicator(ReadingDesk desk, NangdokSettings settings) {
    return () -> health(desk, desk.stalled(), settings.stalledAfter());
  }

  @Bean
  HealthIndicator progressHealthIndicator(ReadingDesk desk, NangdokSettings settings) {
    return () -> {
      Duration longest = desk.stalled().compareTo(desk.lost()) > 0 ? desk.stalled() : desk.lost();
      return health(desk, longest, settings.stalledAfter().multipliedBy(PATIENCE));
    };
  }

  private static Health health(ReadingDesk desk, Duration stalled, Duration limit) {
    Health.Builder health = stalled.compareTo(limit) > 0 ? Health.down() : Health.up();
    return health
        .withDetail("stalledSeconds", stalled.toSeconds())
        .withDetail("brokenEngines", desk.brokenEngines())
        .build();
  }
}
