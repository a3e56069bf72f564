package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nangdok.feed.FeedDesk;
import org.nangdok.feed.FeedException;
import org.nangdok.feed.PersonalFeeds;
import org.nangdok.library.Feed;
import org.nangdok.publish.PodcastFeed;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Feeds for podcast programs. A podcast of somebody's own has a secret address, below which lies
 * all that belongs to it; who has that needs no key.
 */
@RestController
class PodcastController {

  private final FeedDesk feeds;
  private final PersonalFeeds personal;
  private final PodcastDocuments documents;
  private final ReadingController readings;
  private final TranscriptController transcripts;

  PodcastController(
      FeedDesk feeds,
      PersonalFeeds personal,
      PodcastDocuments documents,
      ReadingController readings,
      TranscriptController transcripts) {
    this.feeds = feeds;
    this.personal = personal;
    this.documents = documents;
    this.readings = readings;
    this.transcripts = transcripts;
  }

  @GetMapping("/feeds/{name}.xml")
  @Nullable ResponseEntity<byte[]> feed(@PathVariable String name, ServletWebRequest request) {
    return answer(documents.rss(everybodys(name)), PodcastFeed.MEDIA_TYPE, request);
  }

  @GetMapping("/feeds/{name}.png")
  @Nullable ResponseEntity<byte[]> picture(@PathVariable String name, ServletWebRequest request) {
    return answer(documents.picture(everybodys(name)), MediaType.IMAGE_PNG_VALUE, request);
  }

  @GetMapping("/podcasts/{secret}/feed.xml")
  @Nullable ResponseEntity<byte[]> podcast(@PathVariable String secret, ServletWebRequest request) {
    return answer(documents.rss(own(secret)), PodcastFeed.MEDIA_TYPE, request);
  }

  @GetMapping("/podcasts/{secret}/cover.png")
  @Nullable ResponseEntity<byte[]> cover(@PathVariable String secret, ServletWebRequest request) {
    return answer(documents.picture(own(secret)), MediaType.IMAGE_PNG_VALUE, request);
  }

  @GetMapping("/podcasts/{secret}/{reading}/audio.mp3")
  void audio(
      @PathVariable String secret,
      @PathVariable String reading,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    requireEntry(secret, reading);
    readings.audio(reading, "", request, response);
  }

  @GetMapping("/podcasts/{secret}/{reading}/transcript.{extension}")
  @Nullable ResponseEntity<byte[]> transcript(
      @PathVariable String secret,
      @PathVariable String reading,
      @PathVariable String extension,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    requireEntry(secret, reading);
    return transcripts.transcript(reading, extension, null, request, response);
  }

  @GetMapping("/podcasts/{secret}/{reading}/chapters.json")
  @Nullable ResponseEntity<byte[]> chapters(
      @PathVariable String secret,
      @PathVariable String reading,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    requireEntry(secret, reading);
    return transcripts.chapters(reading, null, request, response);
  }

  private Feed everybodys(String name) {
    Feed feed = feeds.find(name);
    if (feed.personal() != null) {
      throw new FeedException("feed.unknown", "There is no feed called " + name + ".");
    }
    return feed;
  }

  private Feed own(String secret) {
    return personal
        .bySecret(secret)
        .orElseThrow(
            () ->
                new FeedException(
                    "feed.unknown",
                    "There is no podcast at this address. It may have got another one."));
  }

  private void requireEntry(String secret, String id) {
    if (own(secret).entries().stream().noneMatch(entry -> entry.reading().equals(id))) {
      throw ReadingController.unknown();
    }
  }

  private static @Nullable ResponseEntity<byte[]> answer(
      PodcastDocuments.Document document, String type, ServletWebRequest request) {
    if (request.checkNotModified(document.etag(), document.changed().toEpochMilli())) {
      return null;
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
        .eTag(document.etag())
        .lastModified(document.changed())
        .body(document.bytes());
  }
}
