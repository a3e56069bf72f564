package org.nangdok.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when the first voice can speak; part of readiness. */
@Component("voicesHealthIndicator")
class VoicesHealth implements HealthIndicator {

  private final Voices voices;

  VoicesHealth(Voices voices) {
    this.voices = voices;
  }

  @Override
  public Health health() {
    return voices.anyReady()
        ? Health.up().withDetail("languages", voices.languages()).build()
        : Health.outOfService().build();
  }
}
