package org.nangdok.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading as it is kept, without its plan.
 *
 * @param id its name in addresses
 * @param finished whether nothing is left to be spoken
 * @param states what was left out, as the room {@code reading} writes it (JSON)
 * @param created when it was asked for first
 * @param document plan and states together, as version 1 kept them; null since then
 */
public record StoredReading(
    String id, boolean finished, String states, Instant created, @Nullable String document) {

  public StoredReading(String id, boolean finished, String states, Instant created) {
    this(id, finished, states, created, null);
  }
}
