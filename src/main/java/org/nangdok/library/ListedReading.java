package org.nangdok.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading in a list.
 *
 * @param title the headline; null where version 1 kept it and nobody has opened it since
 * @param heard when it was asked for last, to within an hour
 */
public record ListedReading(
    String id,
    @Nullable String title,
    @Nullable String url,
    boolean finished,
    Instant created,
    Instant heard) {}
