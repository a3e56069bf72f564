package org.nangdok.publish;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of readings as podcast programs take it.
 *
 * @param title the feed's name for people
 * @param language BCP 47 tag; none if the episodes say it
 * @param author who makes it; none if the episodes say it
 * @param address the feed's own address, absolute
 * @param identity an address of the feed that never changes, absolute
 * @param site the address of the service's page, absolute
 * @param image the address of its artwork, absolute
 * @param secret whether directories shall leave it out
 * @param episodes newest first
 */
public record Podcast(
    String title,
    @Nullable String language,
    @Nullable String author,
    String address,
    String identity,
    String site,
    String image,
    boolean secret,
    List<Episode> episodes) {

  public Podcast {
    episodes = List.copyOf(episodes);
  }

  /**
   * One complete reading.
   *
   * @param bytes length of the audio file with its tag
   * @param added when it came into the feed; its date where the article has none
   */
  public record Episode(Transcript transcript, long bytes, Instant added) {}
}
