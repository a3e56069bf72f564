package org.nangdok.library;

import java.time.Instant;

/**
 * A reading as it is kept.
 *
 * @param id its name in addresses
 * @param finished whether nothing is left to be spoken
 * @param document everything else, as the room {@code reading} writes it (JSON)
 * @param created when it was asked for first
 */
public record StoredReading(String id, boolean finished, String document, Instant created) {}
