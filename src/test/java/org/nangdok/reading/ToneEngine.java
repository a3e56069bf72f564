package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.nangdok.audio.Tones;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.utterance.Utterance;

/**
 * An engine that speaks each word as 100 ms of tone; words tell it to fail, to be silent or to
 * hang.
 */
final class ToneEngine implements Engine {

  static final String FAILS = "fails";
  static final String SILENT = "silent";
  static final String DEEP = "deep";
  static final String HANGS = "hangs";

  final AtomicInteger spoken = new AtomicInteger();
  final ConcurrentMap<String, Integer> times = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "tone";
  }

  /** Waits for what never comes, until it is interrupted. */
  private static void hang() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException("interrupted", e);
    }
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Speech speak(Utterance utterance) {
    spoken.incrementAndGet();
    String text = utterance.reading().text();
    times.merge(text, 1, Integer::sum);
    if (text.contains(FAILS)) {
      throw new SpeechException("told to fail");
    }
    if (text.contains(HANGS)) {
      hang();
    }
    if (text.contains(DEEP)) {
      throw new StackOverflowError();
    }
    if (text.contains(SILENT)) {
      return new Speech(new short[24_000], 24_000, List.of(), true);
    }
    List<Mark> marks = new ArrayList<>();
    var words = utterance.reading().words();
    for (int i = 0; i < words.size(); i++) {
      marks.add(new Mark(i * 100, (i + 1) * 100, words.get(i).start(), words.get(i).end()));
    }
    return Tones.speech(440, 0.3, 0, 100 * words.size(), 0, 24_000, marks);
  }
}
