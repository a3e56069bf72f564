package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Boundary;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.korean.sound.SoundChange;
import org.nangdok.language.korean.sound.StandardPronunciation;
import org.nangdok.language.korean.sound.Syllable;

/** Gives the words of a sentence their phrases and their pronunciation. Thread-safe. */
public final class KoreanWords {

  /** Longest spoken word, in syllables; speech engines lose longer ones. */
  private static final int LONGEST = 24;

  private final Analysis analysis = new Analysis();
  private final Marker marker;
  private final WordJunctions junctions;
  private final Phrasing phrasing;
  private final Set<String> particles;
  private final Attached attached;

  /** Pronounces by a lexicon. */
  public KoreanWords(KoreanLexicon lexicon) {
    marker = new Marker(lexicon);
    junctions = new WordJunctions(lexicon);
    phrasing = new Phrasing(lexicon);
    particles = lexicon.group("particles");
    attached = new Attached(particles, LONGEST);
  }

  /** Loads the part-of-speech dictionary, about half a second; else the first sentence waits. */
  public void warmUp() {
    analysis.warmUp();
  }

  /**
   * The words as they sound, with the boundary after each.
   *
   * @param listener told of each pronunciation rule as it applies; null when nobody asks
   */
  public List<SpokenWord> spoken(List<Draft> drafts, @Nullable Consumer<SoundChange> listener) {
    return tagged(drafts, listener).stream().map(TaggedWord::word).toList();
  }

  /** The same, each with its parts of speech. */
  public List<TaggedWord> tagged(List<Draft> drafts, @Nullable Consumer<SoundChange> listener) {
    List<AnalysedWord> words = analysis.of(split(attached.join(drafts)));
    Boundary[] boundaries = phrasing.boundaries(words);
    var spoken = new ArrayList<TaggedWord>(words.size());
    int from = 0;
    for (int i = 0; i < boundaries.length; i++) {
      if (boundaries[i] != Boundary.WORD) {
        phrase(words, from, i + 1, boundaries[i], listener, spoken);
        from = i + 1;
      }
    }
    return spoken;
  }

  private void phrase(
      List<AnalysedWord> sentence,
      int from,
      int to,
      Boundary boundary,
      @Nullable Consumer<SoundChange> listener,
      List<TaggedWord> spoken) {
    List<AnalysedWord> words = sentence.subList(from, to);
    var syllables = new ArrayList<Syllable>();
    for (int i = 0; i < words.size(); i++) {
      String before = from + i > 0 ? sentence.get(from + i - 1).text() : "";
      String after = from + i + 1 < sentence.size() ? sentence.get(from + i + 1).text() : "";
      List<Syllable> own = marker.syllables(words.get(i), before, after);
      if (i > 0) {
        junctions.mark(words.get(i - 1), words.get(i), own.getFirst());
      }
      syllables.addAll(own);
    }
    StandardPronunciation.apply(syllables, listener);
    String sound = StandardPronunciation.sound(syllables);
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      Draft word = words.get(i).draft();
      int end = at + word.spoken().length();
      var next =
          new SpokenWord(
              word.spoken(),
              sound.substring(at, end),
              word.start(),
              word.end(),
              i + 1 < words.size() ? Boundary.WORD : boundary);
      boolean leans = i > 0 && words.get(i).leansOn(words.get(i - 1), particles);
      String tags = words.get(i).tags();
      if (leans && spoken.getLast().word().spoken().length() + word.spoken().length() <= LONGEST) {
        TaggedWord last = spoken.removeLast();
        spoken.add(new TaggedWord(joined(last.word(), next), last.tags() + "+" + tags));
      } else {
        spoken.add(new TaggedWord(next, tags));
      }
      at = end;
    }
  }

  private static SpokenWord joined(SpokenWord word, SpokenWord particle) {
    return new SpokenWord(
        word.spoken() + particle.spoken(),
        word.pronounced() + particle.pronounced(),
        word.start(),
        particle.end(),
        particle.boundary());
  }

  /** Cuts words that are too long; where each syllable is a written character, so is the range. */
  private static List<Draft> split(List<Draft> drafts) {
    if (drafts.stream().allMatch(draft -> draft.spoken().length() <= LONGEST)) {
      return drafts;
    }
    var short_ = new ArrayList<Draft>();
    for (Draft draft : drafts) {
      String spoken = draft.spoken();
      boolean literal = draft.end() - draft.start() == spoken.length();
      for (int at = 0; at < spoken.length(); at += LONGEST) {
        int end = Math.min(spoken.length(), at + LONGEST);
        short_.add(
            new Draft(
                spoken.substring(at, end),
                literal ? draft.start() + at : draft.start(),
                literal ? draft.start() + end : draft.end(),
                draft.role(),
                end < spoken.length() ? Gap.NONE : draft.gap()));
      }
    }
    return short_;
  }
}
