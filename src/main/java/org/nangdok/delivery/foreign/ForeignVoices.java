package org.nangdok.delivery.foreign;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.lexicon.UserLexicon;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.SpokenLanguage;
import org.nangdok.script.Gender;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;
import org.nangdok.voice.VoiceException;

/**
 * Decides in which language and voice a client of another service is spoken to, as {@code POST
 * /api/readings} does: the language that the client names or the text looks like, a voice of it or
 * the same refusal. Names of voices are {@link ForeignNames} or our own ids; a foreign name means
 * the most natural voice of the text's language and the name's sex, another one for each name as
 * far as there are enough.
 */
public final class ForeignVoices {

  private static final String UNTOLD = "und";

  /** As many names are told to those who got one wrong. */
  private static final int SHOWN = 13;

  private final Catalogue catalogue;
  private final Languages languages;
  private final Predicate<Voice> ready;
  private final SpokenLanguage spoken;
  private final ForeignNames names;

  /**
   * What will be spoken how.
   *
   * @param language the text's
   */
  record Choice(Voice voice, Language language) {

    /** The same, with words that are read in another way. */
    Choice with(UserLexicon words) {
      return words.entries().isEmpty() ? this : new Choice(voice, language.with(words));
    }
  }

  /**
   * @param ready whether a voice's engine runs
   */
  public ForeignVoices(
      VoicesFolder folder, Catalogue catalogue, Languages languages, Predicate<Voice> ready) {
    this.catalogue = catalogue;
    this.languages = languages;
    this.ready = ready;
    this.spoken = new SpokenLanguage(catalogue);
    this.names = new ForeignNames(folder);
  }

  /** The voices that can speak now. */
  List<Voice> speaking() {
    return catalogue.voices().stream().filter(ready).toList();
  }

  /** The names of one service. */
  List<String> names(String service) {
    return names.of(service);
  }

  /**
   * Who speaks what is wanted, in the language that it names itself or looks like.
   *
   * @throws org.nangdok.problem.ProblemException as the other one
   */
  Choice choose(String service, @Nullable String name, Wanted wanted) {
    return choose(service, name, null, wanted);
  }

  /**
   * Who speaks what is wanted.
   *
   * @param wanted a name or one of our ids; the best voice if nothing
   * @param named the text's language, if the client says it
   * @throws ReadingException with code {@code voice.unknown} if nobody has that name, {@code
   *     voice.loading} while nobody speaks yet, {@code language.unknown} if no such language is
   *     known
   * @throws VoiceException with code {@code voice.no-language} if no voice speaks the text's
   *     language, {@code voice.other-language} if the one that is named by our id doesn't
   */
  Choice choose(String service, @Nullable String wanted, @Nullable String named, Wanted what) {
    SpokenLanguage.Choice told = spoken.of(what.text(), what.language(named));
    if (wanted == null || wanted.isBlank()) {
      return best(told.language(), null, 0);
    }
    Optional<Voice> own = own(wanted);
    if (own.isPresent()) {
      return by(own.get(), told);
    }
    ForeignNames.Name name = names.find(service, wanted).orElseThrow(() -> unknown(service));
    Optional<Voice> meant =
        Optional.ofNullable(name.voice())
            .flatMap(catalogue::find)
            .filter(ready)
            .filter(voice -> speaks(voice, told.language()));
    return meant
        .map(voice -> new Choice(voice, language(told.language())))
        .orElseGet(() -> best(told.language(), name.gender(), name.rank()));
  }

  /** A voice by our id, which is also what Piper calls its voices, written smaller. */
  private Optional<Voice> own(String wanted) {
    return catalogue
        .find(wanted)
        .or(() -> catalogue.find(wanted.toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  /** A text that doesn't tell its language is in that of the voice that somebody chose for it. */
  private Choice by(Voice voice, SpokenLanguage.Choice told) {
    boolean untold = told.note() != null || told.language().equals(UNTOLD);
    String tag = untold ? voice.language() : told.language();
    if (!speaks(voice, tag)) {
      throw VoiceException.otherLanguage(voice, tag);
    }
    return new Choice(voice, language(tag));
  }

  private static boolean speaks(Voice voice, String tag) {
    return primary(voice.language()).equals(primary(tag));
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  private ReadingException unknown(String service) {
    return new ReadingException(
        "voice.unknown",
        "There is no voice of this name. GET /api/voices lists ours; these names are known too, and"
            + " those of Kokoro, Piper and Polly: "
            + names(service).stream().limit(SHOWN).collect(Collectors.joining(", "))
            + ".");
  }

  private Choice best(String tag, @Nullable Gender gender, int rank) {
    List<Voice> speaking = catalogue.speaking(tag).stream().filter(ready).toList();
    if (speaking.isEmpty()) {
      throw new ReadingException(
          "voice.loading", "The voices are still loading. Try again in a few seconds.");
    }
    List<Voice> suited =
        speaking.stream().filter(voice -> gender == null || voice.gender() == gender).toList();
    List<Voice> choice = suited.isEmpty() ? speaking : suited;
    int quality = choice.stream().mapToInt(catalogue::quality).max().orElse(0);
    List<Voice> best =
        choice.stream()
            .filter(voice -> catalogue.quality(voice) == quality)
            .sorted(Comparator.comparing(Voice::id))
            .toList();
    return new Choice(best.get(rank % best.size()), language(tag));
  }

  private Language language(String tag) {
    return languages
        .byTag(tag)
        .orElseThrow(
            () ->
                new ReadingException(
                    "language.unknown",
                    "No such language is known. Name it by a tag such as ko, en or de, or leave it"
                        + " out."));
  }
}
