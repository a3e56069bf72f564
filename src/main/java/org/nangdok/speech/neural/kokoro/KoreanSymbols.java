package org.nangdok.speech.neural.kokoro;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Reading;
import org.nangdok.speech.korean.PhonemeSpelling;
import org.nangdok.speech.korean.PhonemeSpelling.Spelled;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Target;

/**
 * Writes planned Korean in the network's symbols, by {@code phones.tsv}: a space between words, a
 * comma between intonational phrases, at the end what the sentence ends with. The network reads
 * spaces and punctuation: without them it is understood worse.
 */
final class KoreanSymbols {

  private static final PhonemeSpelling SPELLING = new PhonemeSpelling(KoreanSymbols.class);

  private final List<Symbol> symbols = new ArrayList<>();
  private int syllables;

  private KoreanSymbols() {}

  /** A sentence. */
  static List<Symbol> of(List<Phrase> plan, Reading.Kind kind) {
    var writing = new KoreanSymbols();
    for (int i = 0; i < plan.size(); i++) {
      boolean last = i + 1 == plan.size();
      writing.phrase(plan.get(i));
      writing.stop(last ? Ending.of(kind) : ",");
    }
    return List.copyOf(writing.symbols);
  }

  private void phrase(Phrase phrase) {
    if (!symbols.isEmpty()) {
      space();
    }
    List<Target> targets = phrase.accentual().stream().flatMap(List::stream).toList();
    // Voicing goes on over word boundaries, so that the phrase is spelled as one.
    List<Spelled> spelled = SPELLING.spell(targets.stream().map(Target::syllable).toList());
    for (int i = 0; i < targets.size(); i++) {
      if (i > 0 && targets.get(i).word() != targets.get(i - 1).word()) {
        space();
      }
      syllable(targets.get(i).word(), spelled.get(i));
    }
  }

  private void syllable(int word, Spelled spelled) {
    spelled
        .before()
        .forEach(name -> add(name, isGlide(name) ? Symbol.Part.GLIDE : Symbol.Part.ONSET, word));
    add(spelled.nucleus(), Symbol.Part.VOWEL, word);
    spelled.after().forEach(name -> add(name, Symbol.Part.CODA, word));
    syllables++;
  }

  private static boolean isGlide(String name) {
    return "jwɰ".contains(name);
  }

  private void space() {
    add(" ", Symbol.Part.SPACE, symbols.getLast().word());
  }

  private void stop(String sign) {
    if (!symbols.isEmpty()) {
      add(sign, Symbol.Part.PAUSE, symbols.getLast().word());
    }
  }

  private void add(String name, Symbol.Part part, int word) {
    boolean heard = part != Symbol.Part.SPACE && part != Symbol.Part.PAUSE;
    symbols.add(new Symbol(name, part, word, heard ? syllables : -1));
  }
}
