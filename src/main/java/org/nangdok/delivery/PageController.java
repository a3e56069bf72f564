package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.ProblemPage;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The pages that people open: the player, and each reading without a script. */
@RestController
class PageController {

  private static final String HTML = "text/html;charset=UTF-8";

  private final ReadingDesk desk;
  private final LargeAnswers large;
  private final SignedLinks links;
  private final URI service;

  PageController(
      ReadingDesk desk,
      SignedLinks links,
      LargeAnswers large,
      @Value("${nangdok.public-address}") URI service) {
    this.desk = desk;
    this.large = large;
    this.links = links;
    this.service = service;
  }

  /**
   * The player; {@code /listen?url=} opens it with an address filled in. Where another site led
   * here, the page is told so and waits for a press before anything is fetched.
   */
  @GetMapping({"/", "/listen"})
  ResponseEntity<byte[]> player(
      @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String from)
      throws IOException {
    try (InputStream in = new ClassPathResource("web/index.html").getInputStream()) {
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      boolean elsewhere = !"none".equals(from) && !"same-origin".equals(from);
      String told = elsewhere ? page.replaceFirst("<body>", "<body data-elsewhere>") : page;
      return html(told.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** How often articles were heard; what it shows, it asks for with an administrator's key. */
  @GetMapping("/statistics")
  ResponseEntity<byte[]> statistics() throws IOException {
    try (InputStream in = new ClassPathResource("web/statistics.html").getInputStream()) {
      return html(in.readAllBytes());
    }
  }

  @GetMapping("/r/{id}")
  @Nullable ResponseEntity<byte[]> reading(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = desk.find(id).orElse(null);
    if (reading == null) {
      return ResponseEntity.status(404)
          .contentType(MediaType.parseMediaType(HTML))
          .body(
              ProblemPage.of(HttpStatus.NOT_FOUND, request.getLocale())
                  .getBytes(StandardCharsets.UTF_8));
    }
    URI address = service.resolve("/r/" + id);
    if (LargeAnswers.isLarge(reading)) {
      response.setHeader("Cache-Control", "no-cache");
      large.send(
          reading,
          request,
          response,
          HTML,
          out ->
              out.write(
                  ReadingPage.of(reading, address, links::sign).getBytes(StandardCharsets.UTF_8)));
      return null;
    }
    return html(ReadingPage.of(reading, address, links::sign).getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> html(byte[] page) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(HTML))
        .header("Cache-Control", "no-cache")
        .header("Vary", "Sec-Fetch-Site")
        .body(page);
  }
}
