package org.nangdok.delivery;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.reading.ReadingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Links that can be handed on: whoever has one may hear what it leads to until it expires. */
@RestController
class LinkController {

  private static final int LONGEST_DAYS = 366;
  private static final String PLACES = "/(api/readings|r|embed|clips|feeds)/[0-9A-Za-z._/-]+";

  private final SignedLinks links;
  private final URI service;

  LinkController(SignedLinks links, @Value("${nangdok.public-address}") URI service) {
    this.links = links;
    this.service = service;
  }

  /**
   * @param path an address of this service, such as {@code /r/…} or {@code /feeds/news.xml}
   * @param days how long the link is good for; 7 unless it is said
   */
  record LinkBody(@Nullable String path, @Nullable Integer days) {}

  record LinkView(String link) {}

  @PostMapping("/api/links")
  LinkView link(@RequestBody LinkBody body) {
    String path = body.path();
    if (path == null || !path.matches(PLACES) || path.contains("..")) {
      throw new ReadingException(
          "request.bad-value",
          "Give the path of a reading, clip or feed in `path`, such as /r/ and its id.");
    }
    int days = body.days() == null ? 7 : body.days();
    if (days < 1 || days > LONGEST_DAYS) {
      throw new ReadingException("request.bad-value", "days must be between 1 and 366.");
    }
    return new LinkView(service.resolve(links.sign(path, Duration.ofDays(days))).toString());
  }
}
