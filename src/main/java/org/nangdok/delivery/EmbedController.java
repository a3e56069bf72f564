package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The player in the frames of other sites. */
@RestController
class EmbedController {

  private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object");
  private static final List<String> ATTRIBUTES =
      List.of(
          "language",
          "theme",
          "compact",
          "start",
          "download",
          "transcript",
          "language-switch",
          "statistics");

  private final ReadingDesk desk;
  private final WebSettings settings;
  private final SignedLinks links;

  EmbedController(ReadingDesk desk, WebSettings settings, SignedLinks links) {
    this.desk = desk;
    this.links = links;
    this.settings = settings;
  }

  /**
   * The player for a frame. The policy that {@link SecurityHeaders} sends keeps it out of the
   * frames of sites that aren't listed; where the browser names such a site, it is given a link
   * instead, which any site may frame.
   */
  @GetMapping("/embed/{id}")
  ResponseEntity<byte[]> frame(
      @PathVariable String id,
      @RequestParam Map<String, String> asked,
      HttpServletRequest request) {
    Reading reading = desk.find(id).orElse(null);
    boolean framedByStranger = isFramed(request) && !isListed(request);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(reading == null ? 404 : 200)
            .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
            .header("Cache-Control", "no-cache")
            .header("Vary", "Referer, Sec-Fetch-Dest");
    if (framedByStranger) {
      answer.header("Content-Security-Policy", SecurityHeaders.LINK_POLICY);
    }
    String page;
    if (reading == null) {
      page = EmbedPage.missing();
    } else if (framedByStranger) {
      page = EmbedPage.link(reading.plan(), links::sign);
    } else {
      page = EmbedPage.player(reading.plan(), attributes(asked), links::sign);
    }
    return answer.body(page.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> attributes(Map<String, String> asked) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : ATTRIBUTES) {
      String value = asked.get(name);
      if (value != null) {
        attributes.put(name, value);
      }
    }
    attributes.putIfAbsent("theme", "auto");
    attributes.put("floating", "off"); // a frame has no page to be out of sight in
    return attributes;
  }

  private static boolean isFramed(HttpServletRequest request) {
    String destination = request.getHeader("Sec-Fetch-Dest");
    return destination != null && FRAMES.contains(destination);
  }

  private boolean isListed(HttpServletRequest request) {
    String origin = origin(request.getHeader("Referer"));
    return origin != null && settings.frameAncestors().contains(origin);
  }

  private static @Nullable String origin(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI uri = URI.create(address);
      return uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
