package marytts.language.ko;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import marytts.exceptions.MaryConfigurationException;
import marytts.fst.FSTLookup;
import marytts.modules.phonemiser.AllophoneSet;
import marytts.modules.phonemiser.TrainedLTS;
import org.nangdok.language.korean.loan.EnglishPronunciation;

/**
 * How English words sound, by MaryTTS's lexicon (CMUdict, about 100,000 words) and, where a word
 * isn't in it, by its letter-to-sound rules. Phones are MaryTTS's American SAMPA without stress.
 * Thread-safe.
 */
public final class EnglishSounds implements EnglishPronunciation {

  private static final String FOLDER = "marytts/language/en_US/lexicon/";

  private final FSTLookup lexicon;
  private final AllophoneSet allophones;
  private final TrainedLTS letters;

  /** Reads MaryTTS's files; found by {@link java.util.ServiceLoader}. */
  public EnglishSounds() {
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

  @Override
  public boolean knows(String word) {
    return lexicon.lookup(word).length > 0;
  }

  @Override
  public List<String> of(String word) {
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
