package org.nangdok.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.delivery.access.Callers;
import org.nangdok.library.ClipStore;
import org.nangdok.library.CoverStore.Owner;
import org.nangdok.publish.DownloadName;
import org.nangdok.reading.EstimatedPlace;
import org.nangdok.reading.JoinedAudio;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.ReadingRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Readings: asking for one, following it, hearing it. */
@RestController
@RequestMapping("/api/readings")
class ReadingController {

  private static final String MP3 = "audio/mpeg";
  private static final Pattern RANGE = Pattern.compile("bytes=([1-9][0-9]{0,14})-");

  private final ReadingDesk desk;
  private final ClipStore clips;
  private final Voices voices;
  private final JsonMapper json;
  private final Downloads downloads;
  private final Covers covers;
  private final OpenStreams streams;
  private final Keeping keeping;
  private final LargeAnswers large;

  ReadingController(
      ReadingDesk desk,
      ClipStore clips,
      Voices voices,
      JsonMapper json,
      Downloads downloads,
      Covers covers,
      OpenStreams streams,
      Keeping keeping,
      LargeAnswers large) {
    this.keeping = keeping;
    this.large = large;
    this.desk = desk;
    this.clips = clips;
    this.voices = voices;
    this.json = json;
    this.downloads = downloads;
    this.covers = covers;
    this.streams = streams;
  }

  @PostMapping(consumes = "application/json")
  @Nullable ResponseEntity<ReadingView> ask(
      @RequestBody ReadingBody body, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    var asked = body.toRequest();
    voices.requireReady();
    return ask(asked, request, response);
  }

  /** Has a request's reading made for whoever asks. */
  Reading make(ReadingRequest asked) {
    Reading reading = desk.ask(asked);
    Callers.programsKey().ifPresent(key -> keeping.own(reading.id(), key));
    covers.keep(Owner.READING, reading.id(), asked.document());
    return reading;
  }

  /** Has a request's reading made and answers with it. */
  @Nullable ResponseEntity<ReadingView> ask(
      ReadingRequest asked, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = make(asked);
    var address = URI.create("/api/readings/" + reading.id());
    if (LargeAnswers.isLarge(reading)) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      response.setHeader("Location", address.toString());
      write(reading, request, response);
      return null;
    }
    return ResponseEntity.accepted().location(address).body(ReadingView.of(reading));
  }

  /** The same words with the voices that there are now; the reading itself keeps its own. */
  @PostMapping("/{id}/again")
  ResponseEntity<ReadingView> again(@PathVariable String id) {
    voices.requireReady();
    Reading reading = desk.again(id).orElseThrow(ReadingController::unknown);
    return ResponseEntity.accepted()
        .location(URI.create("/api/readings/" + reading.plan().id()))
        .body(ReadingView.of(reading));
  }

  @GetMapping("/{id}")
  @Nullable ResponseEntity<ReadingView> show(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = find(id);
    if (LargeAnswers.isLarge(reading)) {
      write(reading, request, response);
      return null;
    }
    return ResponseEntity.ok(ReadingView.of(reading));
  }

  /** Why these people speak in a reading. */
  @GetMapping("/{id}/explanation")
  WhyView explain(@PathVariable String id) {
    return WhyView.of(find(id).plan());
  }

  private void write(Reading reading, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    large.send(
        reading,
        request,
        response,
        "application/json",
        out -> json.writeValue(out, ReadingView.of(reading)));
  }

  @GetMapping("/{id}/events")
  void events(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = find(id);
    try (var place = streams.take(request)) {
      events(reading, response);
    }
  }

  private void events(Reading reading, HttpServletResponse response)
      throws IOException, InterruptedException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would hold the events back
    new ReadingEvents(reading, json).write(response.getOutputStream());
  }

  @GetMapping("/{id}/audio.mp3")
  void audio(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String download,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    Reading reading = find(id);
    Reading.State state = reading.progress().state();
    if (state == Reading.State.FAILED) {
      throw new ReadingException(
          "reading.failed", "This reading has no audio; ask for it again to try once more.");
    }
    if (download != null) {
      String name = DownloadName.of(reading.plan().title(), "mp3");
      response.setHeader("Content-Disposition", DownloadName.attachment(name));
    }
    if (state == Reading.State.COMPLETE) {
      response.setHeader("Cache-Control", "no-cache");
      if (download == null) {
        JoinedAudio audio = desk.joined(reading);
        String etag = FinishedAudioController.etag(id, audio);
        response.setHeader("Content-Location", FinishedAudioController.address(id, audio));
        RangedBody.send(request, response, MP3, audio.length(), etag, audio::write);
      } else {
        TaggedAudio file = downloads.mp3(reading);
        String etag = "\"" + id + "-" + Integer.toHexString(Arrays.hashCode(file.tag())) + "\"";
        RangedBody.send(request, response, MP3, file.length(), etag, file::write);
      }
      return;
    }
    attendRange(reading, request.getHeader("Range"));
    response.setContentType(MP3);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Accept-Ranges", "none");
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try (var place = streams.take(request)) {
      new ReadingStream(reading, clips).write(response.getOutputStream());
    }
  }

  /** Who asks for a later part of a file that isn't whole yet has it made first. */
  private static void attendRange(Reading reading, @Nullable String range) {
    Matcher from = RANGE.matcher(range == null ? "" : range);
    if (from.lookingAt()) {
      long frame = Long.parseLong(from.group(1)) / Mp3Frames.BYTES;
      reading.attend(EstimatedPlace.at(reading, frame * Mp3Frames.MILLIS));
    }
  }

  private Reading find(String id) {
    return desk.find(id).orElseThrow(ReadingController::unknown);
  }

  static ReadingException unknown() {
    return new ReadingException(
        "reading.unknown", "There is no reading of that id. Ask for one with POST /api/readings.");
  }
}
