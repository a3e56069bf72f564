package org.nangdok.language.korean.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;

/** Part-of-speech tagging by Lucene Nori. Thread-safe; the dictionary loads at first use. */
final class Tagger {

  private static final int LONGEST = 2_000;

  private final Queue<Analyser> idle = new ConcurrentLinkedQueue<>();

  /** The morphemes of a text, in order, without white space. */
  List<Morpheme> tag(String text) {
    Analyser analyser = idle.poll();
    if (analyser == null) {
      analyser = new Analyser();
    }
    var morphemes = new ArrayList<Morpheme>();
    int from = 0;
    while (from < text.length()) {
      int to = cut(text, from);
      analyser.tag(text.substring(from, to), from, morphemes);
      from = to;
    }
    idle.offer(analyser);
    return morphemes;
  }

  /** Texts are cut at a space where there is one, so that memory stays small. */
  private static int cut(String text, int from) {
    if (text.length() - from <= LONGEST) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', from + LONGEST);
    return space > from ? space : from + LONGEST;
  }

  private static final class Analyser {
    private final KoreanTokenizer tokenizer =
        new KoreanTokenizer(
            AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY,
            null,
            KoreanTokenizer.DecompoundMode.NONE,
            false,
            false);
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final PartOfSpeechAttribute speech =
        tokenizer.addAttribute(PartOfSpeechAttribute.class);

    void tag(String text, int shift, List<Morpheme> morphemes) {
      try (tokenizer) {
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
          if (speech.getLeftPOS() != POS.Tag.SP) {
            morphemes.add(
                new Morpheme(
                    term.toString(),
                    speech.getLeftPOS(),
                    speech.getRightPOS(),
                    offset.startOffset() + shift,
                    offset.endOffset() + shift,
                    parts(),
                    speech.getPOSType() == POS.Type.INFLECT
                        || speech.getPOSType() == POS.Type.PREANALYSIS));
          }
        }
        tokenizer.end();
      } catch (IOException e) {
        throw new UncheckedIOException("A string can't be read.", e);
      }
    }

    private List<Morpheme.Part> parts() {
      var parts = speech.getMorphemes();
      return parts == null
          ? List.of()
          : Arrays.stream(parts)
              .map(part -> new Morpheme.Part(part.surfaceForm(), part.posTag()))
              .toList();
    }
  }
}
