package org.nangdok.speech.neural.kokoro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.espeak.Phonemizer;

/**
 * Writes English in the network's symbols: espeak-ng's IPA of a variety, translated by {@code
 * english-us.tsv} or {@code english-gb.tsv}.
 *
 * <p>espeak-ng sees a whole phrase, because words sound as their neighbours let them; where it
 * joins two words (<i>of the</i>) its answer is shared out.
 */
final class EnglishSymbols {

  private final Phonemizer phonemizer;
  private final String variety;
  private final IpaTranslation translation;
  private final List<Symbol> symbols = new ArrayList<>();

  private EnglishSymbols(Phonemizer phonemizer, String variety, IpaTranslation translation) {
    this.phonemizer = phonemizer;
    this.variety = variety;
    this.translation = translation;
  }

  /**
   * A sentence.
   *
   * @param accent {@code us} or {@code gb}
   */
  static List<Symbol> of(Reading reading, String accent, Phonemizer phonemizer, Vocabulary known) {
    String variety = accent.equals("gb") ? "en-gb-x-rp" : "en-us";
    var writing = new EnglishSymbols(phonemizer, variety, IpaTranslation.of(accent, known));
    List<SpokenWord> words = reading.words();
    int from = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      if (last || words.get(i).boundary().compareTo(Boundary.INTONATIONAL) >= 0) {
        writing.phrase(words, from, i + 1, last ? Ending.of(reading.kind()) : ",");
        from = i + 1;
      }
    }
    return List.copyOf(writing.symbols);
  }

  private void phrase(List<SpokenWord> words, int from, int to, String sign) {
    List<String> written =
        spell(words.subList(from, to).stream().map(SpokenWord::pronounced).toList());
    boolean heard = false;
    for (int i = 0; i < written.size(); i++) {
      List<String> names = translation.symbols(written.get(i));
      if (names.isEmpty()) {
        continue;
      }
      if (!symbols.isEmpty()) {
        symbols.add(new Symbol(" ", Symbol.Part.SPACE, symbols.getLast().word(), -1));
      }
      for (String name : names) {
        symbols.add(new Symbol(name, part(name), from + i, -1));
      }
      heard = true;
    }
    if (heard) {
      symbols.add(new Symbol(sign, Symbol.Part.PAUSE, symbols.getLast().word(), -1));
    }
  }

  private static Symbol.Part part(String name) {
    return "ˈˌː".contains(name) ? Symbol.Part.MARK : Symbol.Part.SOUND;
  }

  /** The IPA of each word. */
  private List<String> spell(List<String> words) {
    String clean = String.join(" ", words).replaceAll("[^\\p{L}\\p{M}' -]", "");
    List<String> answer =
        Arrays.stream(phonemizer.phonemes(clean, variety).split("[\\s.,;:?!]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    if (answer.size() == words.size()) {
      return answer;
    }
    if (words.size() == 1) {
      return List.of(String.join("", answer));
    }
    if (words.size() == 2 && answer.size() == 1) {
      return shared(words, answer.getFirst());
    }
    int middle = words.size() / 2;
    List<String> all = new ArrayList<>(spell(words.subList(0, middle)));
    all.addAll(spell(words.subList(middle, words.size())));
    return all;
  }

  /** One answer for two words, cut where the first would end if it stood alone. */
  private List<String> shared(List<String> words, String joined) {
    int first = spell(words.subList(0, 1)).getFirst().length();
    int second = spell(words.subList(1, 2)).getFirst().length();
    int cut = (int) Math.round((double) joined.length() * first / Math.max(1, first + second));
    return List.of(joined.substring(0, cut), joined.substring(cut));
  }
}
