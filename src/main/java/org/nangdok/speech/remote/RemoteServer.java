package org.nangdok.speech.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * A speech server as an administrator describes it.
 *
 * @param address what {@code /audio/speech} is put behind, such as {@code https://host/v1}
 * @param key sent as a bearer token; empty where the server wants none
 * @param model the server's name of its model
 * @param format in which sound is asked for
 * @param pcmRate samples per second of {@link Format#PCM}, which doesn't say so itself
 * @param patience the longest time for one answer
 * @param charactersADay how many characters may be sent in a day (UTC)
 */
public record RemoteServer(
    URI address,
    String key,
    String model,
    Format format,
    int pcmRate,
    Duration patience,
    long charactersADay) {

  /** The formats that are understood. */
  public enum Format {
    WAV,
    PCM,
    MP3;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RemoteServer {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
      throw new IllegalArgumentException(
          "The speech server's address must begin with http:// or https:// and a host.");
    }
    if (pcmRate < 8_000 || pcmRate > 96_000) {
      throw new IllegalArgumentException("The rate of PCM must be 8,000 to 96,000.");
    }
  }

  URI speech() {
    String base = address.toString();
    return URI.create(base + (base.endsWith("/") ? "" : "/") + "audio/speech");
  }
}
