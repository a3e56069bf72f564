package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Which licences were accepted when: lines of time, pack, licence and the hash of its text in
 * {@code accepted.tsv}, for an administrator who is asked later.
 */
final class Acceptances {

  private static final String UNSEEN = "-";

  private final Path file;
  private final Clock clock;

  Acceptances(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  void record(PackOffer offer, Acceptance acceptance) throws IOException {
    String hash = acceptance.sha256() == null ? UNSEEN : acceptance.sha256();
    String line =
        String.join(
            "\t",
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            offer.name(),
            offer.licence(),
            hash);
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
