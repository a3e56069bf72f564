package org.nangdok.language.korean.loan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import marytts.exceptions.MaryConfigurationException;
import marytts.fst.FSTLookup;
import marytts.modules.phonemiser.AllophoneSet;
import marytts.modules.phonemiser.TrainedLTS;

/**
 * How English words sound, by MaryTTS's lexicon (CMUdict, about 100,000 words) and, where a word
 * isn't in it, by its letter-to-sound rules. Phones are MaryTTS's American SAMPA without stress.
 * Thread-safe; loads at first use.
 */
final class EnglishSounds {

  private static final String FOLDER = "marytts/language/en_US/lexicon/";

  /** Made once, when the first word is asked for. */
  private static final class Data {
    static final EnglishSounds LOADED = new EnglishSounds();
  }

  private final FSTLookup lexicon;
  private final AllophoneSet allophones;
  private final TrainedLTS letters;

  private EnglishSounds() {
    try (InputStream words = open("cmudict.fst");
        InputStream phones = open("allophones.en_US.xml");
        InputStream rules = open("cmudict.lts")) {
      lexicon = new FSTLookup(words, "cmudict.fst");
      allophones = AllophoneSet.getAllophoneSet(phones, "nangdok-loanwords");
      letters = new TrainedLTS(allophones, rules, true);
    } catch (IOException e) {
      throw new UncheckedIOException("MaryTTS's English lexicon can't be read.", e);
    } catch (MaryConfigurationException e) {
      throw new IllegalStateException("MaryTTS's English lexicon is damaged.", e);
    }
  }

  static EnglishSounds get() {
    return Data.LOADED;
  }

  /** Whether the lexicon has a word in small letters. */
  boolean knows(String word) {
    return lexicon.lookup(word).length > 0;
  }

  /** The phones of a word in small letters. */
  List<String> of(String word) {
    String[] known = lexicon.lookup(word);
    return known.length > 0 ? split(known[0]) : predicted(word);
  }

  private synchronized List<String> predicted(String word) {
    return split(letters.syllabify(letters.predictPronunciation(word)));
  }

  private static List<String> split(String transcription) {
    var phones = new ArrayList<String>();
    for (String phone : transcription.split("[ ']+")) {
      String plain = phone.replaceAll("[,1]", "");
      if (!plain.isEmpty() && !plain.equals("-")) {
        phones.add(plain);
      }
    }
    return phones;
  }

  private static InputStream open(String name) {
    InputStream in = EnglishSounds.class.getClassLoader().getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("MaryTTS's file " + FOLDER + name + " is missing.");
    }
    return in;
  }
}
