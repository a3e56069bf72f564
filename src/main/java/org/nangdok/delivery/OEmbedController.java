package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.publish.OEmbed;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** oEmbed 1.0: how a site shows the player of a reading whose address somebody pasted. */
@RestController
class OEmbedController {

  private static final Pattern READING = Pattern.compile("/(?:r|embed)/([^/]+)/?");

  private final ReadingDesk desk;
  private final URI service;

  OEmbedController(ReadingDesk desk, @Value("${nangdok.public-address}") URI service) {
    this.desk = desk;
    this.service = service;
  }

  @GetMapping("/oembed")
  ResponseEntity<byte[]> oembed(
      @RequestParam String url,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "100000") int maxwidth,
      @RequestParam(defaultValue = "100000") int maxheight,
      HttpServletRequest request) {
    if (!format.equals("json")) {
      throw new ReadingException("embed.format", "Only JSON is offered."); // oEmbed 2.3.5: 501
    }
    if (maxwidth < 1 || maxheight < 1) {
      throw new ReadingException(
          "request.bad-value", "maxwidth and maxheight take numbers of pixels above nothing.");
    }
    URI asked = address(url);
    Matcher path = READING.matcher(asked == null ? "" : asked.getPath());
    Reading reading =
        asked != null && isOurs(asked, request) && path.matches()
            ? desk.find(path.group(1)).orElse(null)
            : null;
    if (asked == null || reading == null) {
      throw new ReadingException("embed.unknown", "Only articles of this service can be embedded.");
    }
    String home = service.resolve("/").toString();
    String id = reading.plan().id();
    OEmbed answer =
        OEmbed.within(reading.plan().title(), home, home + "embed/" + id, maxwidth, maxheight);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Cache-Control", "no-cache")
        .body(answer.write().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether an address names this service: as people know it, or as it was called just now. */
  private boolean isOurs(URI asked, HttpServletRequest request) {
    String called = request.getHeader("Host");
    boolean web = "http".equals(asked.getScheme()) || "https".equals(asked.getScheme());
    return web
        && asked.getRawUserInfo() == null
        && (asked.getRawAuthority().equalsIgnoreCase(service.getRawAuthority())
            || asked.getRawAuthority().equalsIgnoreCase(called));
  }

  private static @Nullable URI address(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() == null || uri.getPath() == null ? null : uri;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
