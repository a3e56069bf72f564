package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.delivery.access.SignedLinks;
import org.nangdok.publish.HlsPlaylist;
import org.nangdok.publish.HlsTimestamp;
import org.nangdok.reading.JoinedAudio;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.Segments;
import org.nangdok.reading.Segments.Segment;
import org.nangdok.reading.Timeline;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A reading for players that speak HLS: from the first sentences on, while it is being made. */
@RestController
@RequestMapping("/api/readings/{id}")
class HlsController {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReadingDesk desk;
  private final SignedLinks links;

  HlsController(ReadingDesk desk, SignedLinks links) {
    this.desk = desk;
    this.links = links;
  }

  /** The playlist; waits for its first entry, because players give up on an empty one. */
  @GetMapping("/audio.m3u8")
  ResponseEntity<String> playlist(@PathVariable String id) throws InterruptedException {
    Reading reading = find(id);
    Reading.Progress progress = reading.progress();
    try (var listening = reading.visit()) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (Segments.of(progress.timeline()).isEmpty()
          && progress.state() != Reading.State.FAILED
          && deadline > System.nanoTime()) {
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        progress = reading.awaitChange(progress.version(), left);
      }
    }
    if (progress.state() == Reading.State.FAILED) {
      throw new ReadingException(
          "reading.failed", "This reading has no audio; ask for it again to try once more.");
    }
    String path = "/api/readings/" + id;
    String query = links.sign(path).substring(path.length()); // good for all of the reading
    List<HlsPlaylist.Entry> entries =
        Segments.of(progress.timeline()).stream()
            .map(segment -> new HlsPlaylist.Entry(address(segment) + query, segment.millis()))
            .toList();
    String playlist =
        HlsPlaylist.write(entries, Segments.LONGEST_SECONDS, progress.timeline().complete());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(HlsPlaylist.MEDIA_TYPE))
        .header("Cache-Control", "no-cache")
        .body(playlist);
  }

  private static String address(Segment segment) {
    return "segments/" + segment.from() + "-" + segment.to() + ".mp3";
  }

  /** One piece with its time. */
  @GetMapping("/segments/{from:[0-9]{1,9}}-{to:[0-9]{1,9}}.mp3")
  void segment(
      @PathVariable String id,
      @PathVariable long from,
      @PathVariable long to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Reading reading = find(id);
    boolean known = Segments.of(reading.progress().timeline()).contains(new Segment(from, to));
    if (!known) {
      throw new ReadingException(
          "audio.unknown", "There is no such piece; audio.m3u8 lists those that there are.");
    }
    reading.attend(after(reading, to));
    JoinedAudio audio = desk.spoken(reading);
    byte[] time = HlsTimestamp.of(from * Mp3Frames.MILLIS);
    long start = from * Mp3Frames.BYTES;
    long length = (to - from) * Mp3Frames.BYTES;
    response.setHeader("Cache-Control", "public, max-age=3600");
    RangedBody.send(
        request,
        response,
        "audio/mpeg",
        time.length + length,
        "\"" + id + "-" + from + "-" + to + "\"",
        (out, first, end) -> {
          if (first < time.length) {
            out.write(time, (int) first, (int) (Math.min(time.length, end) - first));
          }
          audio.write(out, start + Math.max(0, first - time.length), start + end - time.length);
        });
  }

  /** The sentence that is heard after a frame: who fetches up to there wants it next. */
  private static int after(Reading reading, long frame) {
    List<Timeline.Span> spans = reading.progress().timeline().spans();
    int next = spans.size();
    while (next > 0 && spans.get(next - 1).start() >= frame * Mp3Frames.MILLIS) {
      next--;
    }
    return next;
  }

  private Reading find(String id) {
    return desk.find(id).orElseThrow(ReadingController::unknown);
  }
}
