package org.nangdok.speech.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.nangdok.speech.SpeechException;

/**
 * How many characters were sent today (UTC), so that a server that is paid by the character never
 * costs more than was meant. Kept in a file, so that a restart forgets nothing. Thread-safe.
 */
final class DailyCharacters implements SpentCharacters {

  private final Path file;
  private final Clock clock;
  private LocalDate day;
  private long sent;

  DailyCharacters(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    try {
      if (Files.isRegularFile(file)) {
        String[] fields = Files.readString(file).strip().split("\t", 2);
        if (fields.length == 2 && !LocalDate.parse(fields[0]).isBefore(day)) {
          sent = Long.parseLong(fields[1]);
        }
      }
    } catch (IOException | NumberFormatException | DateTimeException e) {
      sent = Long.MAX_VALUE / 2; // better nothing said than paid twice
    }
  }

  @Override
  public synchronized void take(int characters, long most) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    if (today.isAfter(day)) {
      sent = 0; // a clock that goes back begins no new day
    }
    day = today;
    if (sent + characters > most) {
      throw new SpeechException(
          "Today's " + most + " characters for the speech server are used up.");
    }
    sent += characters;
    try {
      Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
      Files.writeString(fresh, day + "\t" + sent + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new SpeechException("The count of characters can't be kept.", e);
    }
  }
}
