package org.nangdok.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.LongSentences;
import org.nangdok.language.TextRange;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.TimedPhone;
import org.nangdok.ssml.Part;
import org.nangdok.ssml.SsmlDocument;
import org.nangdok.ssml.Unfollowed;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/**
 * Says any text in one voice, sentence by sentence, out of the same clips as articles. Thread-safe;
 * only so many sentences are made at a time.
 */
public final class TextSpeaker {

  private static final Duration PAUSE = Duration.ofMillis(350);
  private static final Duration PARAGRAPH_PAUSE = Duration.ofMillis(700);

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final Languages languages;
  private final Catalogue catalogue;
  private final SentencePlanner planner;
  private final ClipMaker maker;
  private final ClipStore clips;
  private final Semaphore places;
  private final Duration patience;

  /** Takes sentences as they are said. */
  public interface Listener {
    void said(Said sentence) throws IOException;
  }

  /**
   * One sentence, said.
   *
   * @param utterance the sentence as it is spoken
   * @param textStart where it begins in the whole text, in UTF-16 units
   * @param startMillis where it begins in the whole sound
   * @param clip what is known of its sound
   * @param bookmarks named places in the sentence
   * @param mp3 its frames and those of the pause behind it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  public record Said(
      Utterance utterance,
      int textStart,
      long startMillis,
      ClipInfo clip,
      List<Part.Bookmark> bookmarks,
      byte[] mp3) {

    /** The sentence as written. */
    public String text() {
      return utterance.reading().text();
    }
  }

  /**
   * @param engineVersions a running engine's version by its name
   * @param atOnce how many sentences are made at a time
   */
  public TextSpeaker(
      Languages languages,
      Catalogue catalogue,
      Function<String, Optional<String>> engineVersions,
      ClipMaker maker,
      ClipStore clips,
      int atOnce) {
    this(languages, catalogue, engineVersions, maker, clips, atOnce, WAIT);
  }

  /**
   * @param patience how long one waits for the first sentence's turn
   */
  TextSpeaker(
      Languages languages,
      Catalogue catalogue,
      Function<String, Optional<String>> engineVersions,
      ClipMaker maker,
      ClipStore clips,
      int atOnce,
      Duration patience) {
    this.patience = patience;
    this.languages = languages;
    this.catalogue = catalogue;
    this.planner = new SentencePlanner(catalogue, engineVersions);
    this.maker = maker;
    this.clips = clips;
    this.places = new Semaphore(atOnce, true);
  }

  /** Text whose utterances are decided. */
  public static final class Prepared {
    private final List<PlacedUtterance> placed;
    private final List<Unfollowed> unfollowed;

    private Prepared(List<PlacedUtterance> placed, List<Unfollowed> unfollowed) {
      this.placed = placed;
      this.unfollowed = unfollowed;
    }

    /** What isn't done as a document in SSML says it. */
    public List<Unfollowed> unfollowed() {
      return unfollowed;
    }
  }

  /**
   * A text, ready to be said.
   *
   * @param speed factor on the voice's own rate; clamped to 0.5 to 2
   */
  public Prepared prepare(String text, Language language, Voice voice, double speed) {
    Delivery delivery = delivery(speed);
    List<TextRange> sentences = LongSentences.of(language, text);
    List<PlacedUtterance> placed = new ArrayList<>();
    for (TextRange range : sentences) {
      Duration pause = range == sentences.getLast() ? Duration.ZERO : PAUSE;
      var utterance =
          new Utterance(language.read(range.of(text)), language.version(), voice, delivery, pause);
      placed.add(new PlacedUtterance(utterance, 0, range.start(), null, List.of()));
    }
    return new Prepared(placed, List.of());
  }

  /**
   * A document in SSML, ready to be said.
   *
   * @param language its language where it names none
   * @param voice who speaks where it asks for nobody
   */
  public Prepared prepare(SsmlDocument document, Language language, Voice voice, double speed) {
    var utterances = new SsmlUtterances(planner, catalogue, languages);
    List<PlacedUtterance> placed =
        utterances.of(document, language, voice, delivery(speed), PAUSE, PARAGRAPH_PAUSE);
    return new Prepared(placed, utterances.unfollowed());
  }

  private static Delivery delivery(double speed) {
    return new Delivery(Math.clamp(speed, 0.5, 2), 0, false);
  }

  /**
   * Says what was prepared.
   *
   * @throws ReadingException with code {@code reading.nothing-to-say} if nothing in it can be said,
   *     {@code voice.loading} if the voice isn't running
   * @throws BusyException if the first sentence's turn doesn't come soon
   */
  public void say(Prepared prepared, Listener listener) throws IOException, InterruptedException {
    long at = 0;
    for (PlacedUtterance one : prepared.placed) {
      PlannedSentence sentence = planner.planned(0, 0, false, one.utterance());
      if (made(sentence, at == 0) instanceof SentenceState.Ready ready) {
        int pause = (int) one.utterance().pauseAfter().toMillis();
        byte[] mp3 = withPause(sentence.key(), ready.clip(), pause);
        listener.said(
            new Said(
                sentence.utterance(), one.textStart(), at, ready.clip(), one.bookmarks(), mp3));
        at += Mp3Frames.millis(mp3.length);
      }
    }
    if (at == 0) {
      throw new ReadingException(
          "reading.nothing-to-say", "Nothing in this text can be said by this voice.");
    }
  }

  /**
   * When each sound of a sentence is heard, in milliseconds of the whole sound; the times count
   * from the clip's own first word.
   *
   * @return empty where its engine doesn't know
   */
  public Optional<List<TimedPhone>> phones(Said said) throws InterruptedException {
    places.acquire();
    try {
      return maker.phones(said.utterance()).map(phones -> moved(phones, said));
    } catch (SpeechException e) {
      return Optional.empty();
    } finally {
      places.release();
    }
  }

  private static List<TimedPhone> moved(List<TimedPhone> phones, Said said) {
    if (phones.isEmpty() || said.clip().marks().isEmpty()) {
      return List.of();
    }
    long first = said.startMillis() + said.clip().marks().getFirst().start();
    int by = (int) (first - phones.getFirst().start());
    return phones.stream()
        .map(
            phone ->
                new TimedPhone(
                    phone.name(),
                    phone.start() + by,
                    phone.end() + by,
                    phone.textStart(),
                    phone.textEnd(),
                    phone.syllable()))
        .toList();
  }

  /** Who hears something already is waited for; who comes new may be told to come again. */
  private SentenceState made(PlannedSentence sentence, boolean first) throws InterruptedException {
    if (!first) {
      places.acquire();
    } else if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new BusyException();
    }
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
