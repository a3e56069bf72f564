package org.nangdok.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages that people open: the player, and each reading without a script. */
@RestController
class PageController {

  private final ReadingDesk desk;
  private final SignedLinks links;
  private final URI service;

  PageController(
      ReadingDesk desk, SignedLinks links, @Value("${nangdok.public-address}") URI service) {
    this.desk = desk;
    this.links = links;
    this.service = service;
  }

  /** The player; {@code /listen?url=} opens it with an address filled in. */
  @GetMapping({"/", "/listen"})
  ResponseEntity<byte[]> player() throws IOException {
    try (InputStream page = new ClassPathResource("web/index.html").getInputStream()) {
      return html(page.readAllBytes());
    }
  }

  @GetMapping("/r/{id}")
  ResponseEntity<byte[]> reading(@PathVariable String id) {
    Reading reading = desk.find(id).orElse(null);
    if (reading == null) {
      return ResponseEntity.status(404)
          .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
          .body(ReadingPage.missing().getBytes(StandardCharsets.UTF_8));
    }
    URI address = service.resolve("/r/" + id);
    return html(ReadingPage.of(reading, address, links::sign).getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> html(byte[] page) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header("Cache-Control", "no-cache")
        .body(page);
  }
}
