package org.nangdok.speech.remote;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Reading;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;
import org.nangdok.speech.neural.Chunk;
import org.nangdok.speech.neural.EstimatedMarks;
import org.nangdok.speech.neural.Transposition;
import org.nangdok.speech.neural.Wave;
import org.nangdok.utterance.Utterance;

/**
 * The engine of a server with OpenAI's interface for speech ({@code POST /v1/audio/speech}); word
 * times are estimated. Only an administrator's settings name the server.
 */
public final class RemoteEngine implements Engine {

  /** The name by which voices name this engine. */
  public static final String NAME = "remote";

  /** What OpenAI's interface takes at once is 4,096. */
  private static final int MOST_CHARACTERS_A_REQUEST = 4_000;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration REST = Duration.ofSeconds(30);

  private final RemoteServer server;
  private final SpeechRequests requests;
  private final SpentCharacters characters;

  /**
   * @param count the file that keeps how many characters were sent today
   */
  public RemoteEngine(RemoteServer server, Path count) {
    this(server, count, Clock.systemUTC(), FIRST_PAUSE, REST);
  }

  /**
   * @param characters counts what is sent, perhaps on several machines
   */
  public RemoteEngine(RemoteServer server, SpentCharacters characters) {
    this(server, characters, FIRST_PAUSE, REST);
  }

  private RemoteEngine(
      RemoteServer server, SpentCharacters characters, Duration firstPause, Duration rest) {
    this.server = server;
    this.requests = new SpeechRequests(server, firstPause, rest);
    this.characters = characters;
  }

  RemoteEngine(RemoteServer server, Path count, Clock clock, Duration firstPause, Duration rest) {
    this(server, new DailyCharacters(count, clock), firstPause, rest);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "1-" + server.model() + "-" + server.format().code();
  }

  @Override
  public Speech speak(Utterance utterance) {
    Reading reading = utterance.reading();
    double pitch = utterance.delivery().pitch();
    double speed = utterance.delivery().speed() / Math.pow(2, pitch / 12);
    var wave = new Wave();
    List<Mark> marks = new ArrayList<>();
    int rate = server.pcmRate();
    for (Chunk chunk : Chunk.of(reading, MOST_CHARACTERS_A_REQUEST)) {
      String text = sendable(chunk.text());
      if (text.chars().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      characters.take(text.length(), server.charactersADay());
      RemoteSound sound =
          RemoteSound.decode(requests.sound(text, utterance.voice().engineVoice(), speed), server);
      if (wave.length() > 0 && rate != sound.sampleRate()) {
        throw new SpeechException("The speech server changes its sample rate.");
      }
      rate = sound.sampleRate();
      int from = wave.length();
      wave.add(sound.wave().samples(), sound.wave().length());
      int played = Transposition.of(rate, pitch).sampleRate();
      marks.addAll(EstimatedMarks.of(chunk.words(), wave.samples(), from, wave.length(), played));
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new SpeechException("Speaking was interrupted.");
    }
    int played = Transposition.of(rate, pitch).sampleRate();
    short[] samples = wave.toShorts();
    if (utterance.delivery().telephone()) {
      samples = Telephone.line(samples, played);
    }
    return new Speech(samples, played, marks, false);
  }

  /** What JSON and other programs can't take becomes a space. */
  private static String sendable(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point < 0x20 || point >= 0xD800 && point <= 0xDFFF ? ' ' : point)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
