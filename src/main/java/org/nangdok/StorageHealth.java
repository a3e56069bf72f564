package org.nangdok;

import org.nangdok.library.local.DataFolder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while there is room for readings and clips; part of readiness. */
@Component("storageHealthIndicator")
class StorageHealth implements HealthIndicator {

  private final DataFolder folder;

  StorageHealth(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public Health health() {
    return folder.isFull() ? Health.outOfService().build() : Health.up().build();
  }
}
