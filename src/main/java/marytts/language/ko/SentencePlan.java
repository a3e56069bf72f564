package marytts.language.ko;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marytts.datatypes.MaryXML;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.speech.korean.Allophones;
import org.nangdok.speech.korean.KoreanSound;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.speech.korean.Syllable;
import org.nangdok.speech.korean.Target;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The tokens and boundaries of a sentence, or of a part of one, as they will be spoken.
 *
 * @param phrases the plan
 * @param syllables the element of each planned syllable, in order
 * @param pauses the boundary at the end of each phrase, if there is one
 */
record SentencePlan(List<Phrase> phrases, List<Element> syllables, List<@Nullable Element> pauses) {

  private static final int SENTENCE_PAUSE = 400;

  /** Plans all tokens under an element. */
  static SentencePlan of(Element sentence) {
    var parts = new ArrayList<Element>();
    collect(sentence, parts);
    return of(parts);
  }

  /** Plans tokens and boundaries. */
  static SentencePlan of(List<Element> parts) {
    var words = new ArrayList<Prosody.Word>();
    var syllables = new ArrayList<Element>();
    var pauses = new ArrayList<@Nullable Element>();
    Reading.Kind kind = Reading.Kind.STATEMENT;
    List<Syllable> word = List.of();
    boolean open = false;
    boolean phraseOpen = false;
    for (Element part : parts) {
      if (MaryXML.TOKEN.equals(part.getLocalName())) {
        if (open) {
          words.add(new Prosody.Word(word, Boundary.WORD));
        }
        word = syllables(part, syllables);
        open = true;
        phraseOpen |= !word.isEmpty();
      } else {
        Boundary boundary = Boundaries.of(part);
        kind = Boundaries.kind(part.getAttribute("tone"));
        if (open) {
          words.add(new Prosody.Word(word, boundary));
          open = false;
        }
        if (boundary.compareTo(Boundary.INTONATIONAL) >= 0) {
          if (phraseOpen) {
            pauses.add(part);
            phraseOpen = false;
          } else if (part.hasAttribute("duration") && !pauses.isEmpty()) {
            // A written break after the sentence's own boundary is the pause that is meant.
            pauses.set(pauses.size() - 1, part);
          }
        }
      }
    }
    if (open) {
      words.add(new Prosody.Word(word, Boundary.UTTERANCE));
    }
    if (phraseOpen) {
      pauses.add(null);
    }
    List<Phrase> phrases = new ArrayList<>();
    List<Phrase> plan = Prosody.plan(words, kind);
    for (int i = 0; i < plan.size(); i++) {
      phrases.add(new Phrase(plan.get(i).accentual(), pause(plan.get(i), pauses.get(i))));
    }
    return new SentencePlan(List.copyOf(phrases), List.copyOf(syllables), pauses);
  }

  private static int pause(Phrase phrase, @Nullable Element boundary) {
    if (boundary == null) {
      return 0;
    }
    int otherwise = phrase.pauseMillis() > 0 ? phrase.pauseMillis() : SENTENCE_PAUSE;
    return Boundaries.number(boundary.getAttribute("duration"), otherwise);
  }

  /**
   * Writes each syllable's tone and F0 target (hertz at half of the vowel, for a voice of 100 Hz).
   */
  void writeTargets() {
    List<Target> targets = targets();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      Element syllable = syllables.get(i);
      syllable.setAttribute("tone", target.pitch() > 0 ? "H" : "L");
      List<Element> phones = children(syllable);
      for (Element phone : phones) {
        phone.setAttribute("d", String.valueOf(Math.round(target.millis() / phones.size())));
        if (Allophones.isVowel(phone.getAttribute("p"))) {
          double hertz = 100 * Math.pow(2, target.pitch() / 12);
          phone.setAttribute("f0", String.format(Locale.ROOT, "(50,%.0f)", hertz));
        }
      }
    }
  }

  /**
   * Writes when each sound and pause was heard.
   *
   * @param speed what the pauses were divided by
   */
  void writeTimes(KoreanSound sound, double speed) {
    int syllable = 0;
    int at = 0;
    for (int p = 0; p < phrases.size(); p++) {
      int count = phrases.get(p).accentual().stream().mapToInt(List::size).sum();
      for (int i = 0; i < count; i++, syllable++) {
        KoreanSound.Times times = sound.syllables().get(syllable);
        at = writeSyllable(syllables.get(syllable), times, at, sound.sampleRate());
      }
      Element pause = pauses.get(p);
      if (pause != null) {
        int millis = (int) (phrases.get(p).pauseMillis() / speed);
        pause.setAttribute("duration", String.valueOf(millis));
        at += millis;
      }
    }
  }

  /** Gives the end in milliseconds; durations are differences of ends, so that they add up. */
  private static int writeSyllable(
      Element syllable, KoreanSound.Times times, int from, int sampleRate) {
    int at = from;
    List<Element> phones = children(syllable);
    boolean vowelSeen = false;
    for (int i = 0; i < phones.size(); i++) {
      boolean vowel = Allophones.isVowel(phones.get(i).getAttribute("p"));
      int end;
      if (i + 1 == phones.size()) {
        end = times.end();
      } else if (vowel) {
        end = times.vowelEnd();
      } else {
        end = vowelSeen ? times.end() : times.vowelStart();
      }
      vowelSeen |= vowel;
      int millis = (int) (end * 1000L / sampleRate);
      phones.get(i).setAttribute("d", String.valueOf(millis - at));
      phones.get(i).setAttribute("end", String.format(Locale.ROOT, "%.3f", millis / 1000.0));
      at = millis;
    }
    return at;
  }

  private List<Target> targets() {
    return phrases.stream()
        .flatMap(phrase -> phrase.accentual().stream())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Syllable> syllables(Element token, List<Element> elements) {
    var syllables = new ArrayList<Syllable>();
    for (Element element : children(token)) {
      var names = new ArrayList<String>();
      for (Element phone : children(element)) {
        names.add(phone.getAttribute("p"));
      }
      Syllable syllable = Allophones.syllable(names);
      if (syllable != null) {
        syllables.add(syllable);
        elements.add(element);
      }
    }
    return syllables;
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static void collect(Element parent, List<Element> parts) {
    for (Element child : children(parent)) {
      String name = child.getLocalName();
      if (MaryXML.TOKEN.equals(name) || MaryXML.BOUNDARY.equals(name)) {
        parts.add(child);
      } else {
        collect(child, parts);
      }
    }
  }
}
