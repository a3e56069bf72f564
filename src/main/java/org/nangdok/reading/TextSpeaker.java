package org.nangdok.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.nangdok.audio.Clip;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.language.Language;
import org.nangdok.language.TextRange;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/**
 * Says any text in one voice, sentence by sentence, out of the same clips as articles. Thread-safe;
 * only so many sentences are made at a time.
 */
public final class TextSpeaker {

  private static final int PAUSE_MILLIS = 350;

  private final Function<String, Optional<String>> engineVersions;
  private final ClipMaker maker;
  private final ClipStore clips;
  private final Semaphore places;

  /** Takes sentences as they are said. */
  public interface Listener {
    void said(Said sentence) throws IOException;
  }

  /**
   * One sentence, said.
   *
   * @param text the sentence as written
   * @param textStart where it begins in the whole text, in UTF-16 units
   * @param startMillis where it begins in the whole sound
   * @param clip what is known of its sound
   * @param mp3 its frames and those of the pause behind it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  public record Said(String text, int textStart, long startMillis, ClipInfo clip, byte[] mp3) {}

  /**
   * @param engineVersions a running engine's version by its name
   * @param atOnce how many sentences are made at a time
   */
  public TextSpeaker(
      Function<String, Optional<String>> engineVersions,
      ClipMaker maker,
      ClipStore clips,
      int atOnce) {
    this.engineVersions = engineVersions;
    this.maker = maker;
    this.clips = clips;
    this.places = new Semaphore(atOnce, true);
  }

  /**
   * Says a text.
   *
   * @param speed factor on the voice's own rate; clamped to 0.5 to 2
   * @throws ReadingException with code {@code reading.nothing-to-say} if nothing in it can be said,
   *     {@code voice.loading} if the voice isn't running
   */
  public void say(String text, Language language, Voice voice, double speed, Listener listener)
      throws IOException, InterruptedException {
    String engine =
        engineVersions
            .apply(voice.engine())
            .orElseThrow(
                () ->
                    new ReadingException(
                        "voice.loading", "The voice is still loading. Try again in a few seconds."));
    var delivery = new Delivery(Math.clamp(speed, 0.5, 2), 0, false);
    List<TextRange> sentences = language.sentences(text);
    long at = 0;
    for (TextRange range : sentences) {
      boolean last = range == sentences.getLast();
      var utterance =
          new Utterance(
              language.read(range.of(text)),
              language.version(),
              voice,
              delivery,
              Duration.ofMillis(last ? 0 : PAUSE_MILLIS));
      ClipKey key = ClipKey.of(utterance, engine, ClipEncoder.FORMAT);
      if (made(new PlannedSentence(0, 0, utterance, key)) instanceof SentenceState.Ready ready) {
        byte[] mp3 = withPause(key, ready.clip(), last ? 0 : PAUSE_MILLIS);
        listener.said(new Said(range.of(text), range.start(), at, ready.clip(), mp3));
        at += Mp3Frames.millis(mp3.length);
      }
    }
    if (at == 0) {
      throw new ReadingException(
          "reading.nothing-to-say", "Nothing in this text can be said by this voice.");
    }
  }

  private SentenceState made(PlannedSentence sentence) throws InterruptedException {
    places.acquire();
    try {
      return maker.make(sentence);
    } finally {
      places.release();
    }
  }

  private byte[] withPause(ClipKey key, ClipInfo clip, int pause) {
    byte[] sound = clips.bytes(key).orElseThrow();
    byte[] silence =
        pause == 0
            ? new byte[0]
            : Mp3Frames.silence(Clip.pauseFrames(clip.millis(), clip.soundEnd(), pause));
    var whole = new byte[sound.length + silence.length];
    System.arraycopy(sound, 0, whole, 0, sound.length);
    System.arraycopy(silence, 0, whole, sound.length, silence.length);
    return whole;
  }
}
