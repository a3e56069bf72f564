package org.nangdok.publish;

import java.util.List;
import java.util.Locale;

/** An HLS playlist that grows while an article is made (RFC 8216, type EVENT). */
public final class HlsPlaylist {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/vnd.apple.mpegurl";

  private HlsPlaylist() {}

  /**
   * One piece.
   *
   * @param address relative to the playlist
   * @param millis its length
   */
  public record Entry(String address, long millis) {}

  /**
   * Writes the playlist.
   *
   * @param longestSeconds that no entry is longer than, now or later
   * @param complete whether nothing will be added
   */
  public static String write(List<Entry> entries, int longestSeconds, boolean complete) {
    var text = new StringBuilder();
    text.append("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:").append(longestSeconds);
    text.append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:EVENT\n");
    text.append("#EXT-X-START:TIME-OFFSET=0\n"); // players begin near the end otherwise
    for (Entry entry : entries) {
      text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n", entry.millis() / 1000.0));
      text.append(entry.address()).append('\n');
    }
    if (complete) {
      text.append("#EXT-X-ENDLIST\n");
    }
    return text.toString();
  }
}
