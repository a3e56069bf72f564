package org.nangdok.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a site needs to show a reading's player: a {@code rich} answer of oEmbed 1.0 (oembed.com,
 * 2.3.4.4).
 *
 * @param title the article's headline
 * @param service the service's address, with a slash at the end
 * @param frame the address of the player for frames
 * @param width pixels
 * @param height pixels
 */
public record OEmbed(String title, String service, String frame, int width, int height) {

  /** The media type of oEmbed's JSON. */
  public static final String MEDIA_TYPE = "application/json+oembed";

  private static final int WIDTH = 640;
  private static final int HEIGHT = 230;
  private static final int NARROW = 420;
  private static final int NARROW_HEIGHT = 330;
  private static final int CACHE_SECONDS = 86_400;
  private static final int THUMBNAIL_PIXELS = 512;

  /**
   * The player as large as it likes to be within what the site allows.
   *
   * @param maxWidth pixels
   * @param maxHeight pixels
   */
  public static OEmbed within(
      String title, String service, String frame, int maxWidth, int maxHeight) {
    int width = Math.min(WIDTH, maxWidth);
    int height = width < NARROW ? NARROW_HEIGHT : HEIGHT;
    return new OEmbed(title, service, frame, width, Math.min(height, maxHeight));
  }

  /** The {@code <iframe>} that a site puts into its page. */
  public String html() {
    return new Element("iframe")
        .attr("src", frame)
        .attr("title", title)
        .attr("width", Integer.toString(width))
        .attr("height", Integer.toString(height))
        .attr("allow", "autoplay")
        .attr("loading", "lazy")
        .attr("referrerpolicy", "origin")
        .attr("style", "border:0;max-width:100%")
        .outerHtml();
  }

  /** The answer as JSON. */
  public String write() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", "rich");
    answer.put("version", "1.0");
    answer.put("title", title);
    answer.put("provider_name", "Nangdok");
    answer.put("provider_url", service);
    answer.put("cache_age", CACHE_SECONDS);
    answer.put("thumbnail_url", service + "web/icons/512.png");
    answer.put("thumbnail_width", THUMBNAIL_PIXELS);
    answer.put("thumbnail_height", THUMBNAIL_PIXELS);
    answer.put("html", html());
    answer.put("width", width);
    answer.put("height", height);
    return JsonMapper.shared().writeValueAsString(answer);
  }
}
