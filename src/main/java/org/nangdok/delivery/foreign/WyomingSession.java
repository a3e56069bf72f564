package org.nangdok.delivery.foreign;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.delivery.access.WorkShare;
import org.nangdok.language.TextRange;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.TextSpeaker;
import tools.jackson.databind.JsonNode;

/**
 * One client of the Wyoming protocol: {@code describe}, {@code ping}, a whole text ({@code
 * synthesize}), or one that comes in pieces ({@code synthesize-start}, {@code -chunk}, {@code
 * -stop}) and is spoken sentence by sentence meanwhile. What is wrong is told by an {@code error}
 * event, after which the connection ends, because clients wait for sound else.
 */
final class WyomingSession {

  private static final String SERVICE = "wyoming";
  private static final SpokenFormat PCM = new SpokenFormat("pcm");
  private static final int WIDTH = 2;
  private static final int CHUNK = 2_048 * WIDTH;
  private static final byte[] PAUSE = new byte[Mp3Frames.SAMPLE_RATE * 350 / 1_000 * WIDTH];

  /** As much text tells its language, if the client doesn't. */
  private static final int TELLING = 120;

  private static final int LONGEST_STREAM = 20_000;

  private final Socket socket;
  private final ForeignVoices voices;
  private final SpokenAnswer answer;
  private final WorkShare share;
  private final URI service;
  private volatile long writingSince;

  private @Nullable Stream stream;

  /** A text that comes in pieces. */
  private static final class Stream {
    private final JsonNode start;
    private final StringBuilder pending = new StringBuilder();
    private ForeignVoices.@Nullable Choice choice;
    private int length;

    Stream(JsonNode start) {
      this.start = start;
    }
  }

  private long spokenMillis;
  private boolean begun;

  WyomingSession(
      Socket socket, ForeignVoices voices, SpokenAnswer answer, WorkShare share, URI service) {
    this.socket = socket;
    this.voices = voices;
    this.answer = answer;
    this.share = share;
    this.service = service;
  }

  /** Whether the client has taken nothing of what it is sent for so long. */
  boolean isStuck(long nanos) {
    long since = writingSince;
    return since != 0 && System.nanoTime() - since > nanos;
  }

  /** Answers until the client goes. */
  void serve() throws IOException, InterruptedException {
    try {
      var reader = new WyomingReader(socket);
      for (WyomingEvent event = reader.next(); event != null; event = reader.next()) {
        answer(event);
      }
    } catch (ProblemException e) {
      send(WyomingEvent.of("error", Map.of("text", e.sentence(), "code", e.code())));
    }
  }

  private void answer(WyomingEvent event) throws IOException, InterruptedException {
    JsonNode data = event.data();
    switch (event.type()) {
      case "describe" -> send(WyomingEvent.of("info", WyomingInfo.of(voices.speaking(), service)));
      case "ping" -> send(new WyomingEvent("pong", data, new byte[0]));
      case "synthesize" -> {
        if (stream == null) { // within a stream it is the same text once more
          whole(data);
        }
      }
      case "synthesize-start" -> stream = new Stream(data);
      case "synthesize-chunk" -> chunk(text(data));
      case "synthesize-stop" -> stop();
      default -> {} // of other services, or of versions to come
    }
  }

  private void whole(JsonNode data) throws IOException, InterruptedException {
    String text = text(data);
    share.take(socket.getInetAddress(), text.length());
    Wanted wanted = wanted(text, data);
    say(wanted, choose(data, wanted));
    end();
  }

  private static String text(JsonNode data) {
    return data.path("text").asString("");
  }

  private static boolean isSsml(JsonNode data) {
    return data.path("text_format").asString("").equals("ssml");
  }

  private static Wanted wanted(String text, JsonNode data) {
    return isSsml(data) ? Wanted.ssml(text, "text") : Wanted.either(text, "text");
  }

  private ForeignVoices.Choice choose(JsonNode data, Wanted wanted) {
    String language = data.at("/voice/language").asString("");
    return voices.choose(
        SERVICE,
        data.at("/voice/name").asString(""),
        language.isEmpty() ? null : language.replace('_', '-'),
        wanted);
  }

  private void chunk(String text) throws IOException, InterruptedException {
    Stream now = stream;
    if (now == null) {
      throw new ReadingException(
          "request.malformed", "`synthesize-chunk` goes between `synthesize-start` and -stop.");
    }
    now.length += text.length();
    if (now.length > LONGEST_STREAM) {
      throw new ReadingException(
          "request.too-long", "Only 20,000 characters can be spoken in one stream.");
    }
    now.pending.append(text);
    boolean named = !now.start.at("/voice/language").asString("").isEmpty();
    if (isSsml(now.start) || (now.choice == null && !named && now.pending.length() < TELLING)) {
      return;
    }
    List<TextRange> sentences =
        choice(now, now.pending.toString()).language().sentences(now.pending.toString());
    if (sentences.size() > 1) {
      int whole = sentences.getLast().start();
      piece(now, now.pending.substring(0, whole));
      now.pending.delete(0, whole);
    }
  }

  private ForeignVoices.Choice choice(Stream now, String text) {
    if (now.choice == null) {
      now.choice = choose(now.start, Wanted.text(text, "text"));
    }
    return now.choice;
  }

  private void piece(Stream now, String text) throws IOException, InterruptedException {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    share.take(socket.getInetAddress(), text.length());
    Wanted wanted = wanted(text, now.start);
    ForeignVoices.Choice choice =
        wanted.ssml() == null ? choice(now, text) : choose(now.start, wanted);
    if (begun) {
      sound(PAUSE);
    }
    say(wanted, choice);
  }

  private void stop() throws IOException, InterruptedException {
    Stream now = stream;
    if (now == null) {
      throw new ReadingException(
          "request.malformed", "`synthesize-stop` goes after `synthesize-start`.");
    }
    piece(now, now.pending.toString());
    stream = null;
    end();
    send(WyomingEvent.of("synthesize-stopped"));
  }

  private void say(Wanted wanted, ForeignVoices.Choice choice)
      throws IOException, InterruptedException {
    TextSpeaker.Prepared prepared = answer.prepare(wanted, choice, 1);
    answer.speaker().say(prepared, said -> sound(SpokenAnswer.made(PCM, said.mp3())));
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      spokenMillis = 0;
      send(WyomingEvent.of("audio-start", format()));
    }
  }

  private Map<String, Object> format() {
    return Map.of(
        "rate", Mp3Frames.SAMPLE_RATE, "width", WIDTH, "channels", 1, "timestamp", spokenMillis);
  }

  private void sound(byte[] pcm) throws IOException {
    begin();
    for (int from = 0; from < pcm.length; from += CHUNK) {
      byte[] piece = Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + CHUNK));
      send(new WyomingEvent("audio-chunk", WyomingEvent.of("", format()).data(), piece));
      spokenMillis += piece.length * 1_000L / (Mp3Frames.SAMPLE_RATE * WIDTH);
    }
  }

  private void end() throws IOException {
    begin();
    begun = false;
    send(WyomingEvent.of("audio-stop", Map.of("timestamp", spokenMillis)));
  }

  private void send(WyomingEvent event) throws IOException {
    writingSince = System.nanoTime();
    try {
      socket.getOutputStream().write(event.bytes());
    } finally {
      writingSince = 0;
    }
  }
}
