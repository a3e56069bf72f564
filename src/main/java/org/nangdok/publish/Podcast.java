package org.nangdok.publish;

import java.time.Instant;
import java.util.List;

/**
 * A feed of readings as podcast programs take it.
 *
 * @param title the feed's name for people
 * @param language BCP 47 tag
 * @param address the feed's own address, absolute
 * @param site the address of the service's page, absolute
 * @param episodes newest first
 */
public record Podcast(
    String title, String language, String address, String site, List<Episode> episodes) {

  public Podcast {
    episodes = List.copyOf(episodes);
  }

  /**
   * One complete reading.
   *
   * @param bytes length of the audio file
   * @param added when it came into the feed; its date where the article has none
   */
  public record Episode(Transcript transcript, long bytes, Instant added) {}
}
