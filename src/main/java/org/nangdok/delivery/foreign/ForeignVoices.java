package org.nangdok.delivery.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.SpokenLanguage;
import org.nangdok.script.Gender;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;

/**
 * Finds a voice of ours for the names that clients of other services know, listed in {@code
 * voices/foreign.tsv}: the most natural one of the text's language and the name's sex, another one
 * for each name as far as there are enough. Our own ids are names too.
 */
public final class ForeignVoices {

  private final Catalogue catalogue;
  private final Languages languages;
  private final Predicate<Voice> ready;
  private final SpokenLanguage spoken;
  private final List<Name> names = new ArrayList<>();

  /** A name that a client may send, and the voice of ours that is meant, if one is. */
  private record Name(String service, String name, Gender gender, @Nullable String voice) {}

  /**
   * What will be spoken how.
   *
   * @param language the text's
   */
  record Choice(Voice voice, Language language) {}

  /**
   * @param ready whether a voice's engine runs
   */
  public ForeignVoices(
      VoicesFolder folder, Catalogue catalogue, Languages languages, Predicate<Voice> ready) {
    this.catalogue = catalogue;
    this.languages = languages;
    this.ready = ready;
    this.spoken = new SpokenLanguage(catalogue);
    try (InputStream in = folder.open("foreign.tsv").orElseThrow()) {
      int number = 0;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        number++;
        String[] fields = line.strip().split("\t");
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (fields.length < 3 || fields.length > 4 || !fields[2].matches("female|male")) {
          throw new IllegalStateException(
              "voices/foreign.tsv:"
                  + number
                  + ": service, name, female or male and perhaps"
                  + " a voice are expected.");
        }
        names.add(
            new Name(
                fields[0],
                fields[1],
                Gender.valueOf(fields[2].toUpperCase(Locale.ROOT)),
                fields.length == 4 ? fields[3] : null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The voices that can speak now. */
  List<Voice> speaking() {
    return catalogue.voices().stream().filter(ready).toList();
  }

  /** The names of one service. */
  List<String> names(String service) {
    return names.stream().filter(name -> name.service().equals(service)).map(Name::name).toList();
  }

  /**
   * Who speaks what is wanted, in the language that it names itself or looks like.
   *
   * @throws ReadingException with code {@code voice.unknown} if nobody has that name
   */
  Choice choose(String service, @Nullable String name, Wanted wanted) {
    return choose(service, name, null, wanted);
  }

  /**
   * Who speaks what is wanted.
   *
   * @param wanted a name or one of our ids; the best voice if nothing
   * @param named the text's language, if the client says it
   * @throws ReadingException with code {@code voice.unknown} if nobody has that name
   */
  Choice choose(String service, @Nullable String wanted, @Nullable String named, Wanted what) {
    String text = what.text();
    String tag = what.language(named);
    Voice own = wanted == null ? null : catalogue.find(wanted).orElse(null);
    if (own != null) {
      return new Choice(own, language(own.language(), text));
    }
    Language language = language(spoken.of(text, tag).language(), text);
    int rank = 0;
    Gender gender = null;
    if (wanted != null && !wanted.isBlank()) {
      for (Name name : names) {
        if (name.service().equals(service) && name.name().equalsIgnoreCase(wanted)) {
          gender = name.gender();
          Voice meant = name.voice() == null ? null : catalogue.find(name.voice()).orElse(null);
          if (meant != null && ready.test(meant) && speaks(meant, language)) {
            return new Choice(meant, language);
          }
          break;
        }
      }
      if (gender == null) {
        throw new ReadingException(
            "voice.unknown",
            "There is no voice of this name; GET /api/voices lists ours, and these names are known"
                + " too: "
                + String.join(", ", names(service))
                + ".");
      }
      rank = rank(service, wanted, gender);
    }
    return new Choice(best(language, gender, rank), language);
  }

  private static boolean speaks(Voice voice, Language language) {
    return voice.language().split("-", 2)[0].equals(language.tag().split("-", 2)[0]);
  }

  /** The place of a name among those of its sex. */
  private int rank(String service, String wanted, Gender gender) {
    List<String> same =
        names.stream()
            .filter(name -> name.service().equals(service) && name.gender() == gender)
            .map(name -> name.name().toLowerCase(Locale.ROOT))
            .toList();
    return Math.max(0, same.indexOf(wanted.toLowerCase(Locale.ROOT)));
  }

  private Voice best(Language language, @Nullable Gender gender, int rank) {
    List<Voice> speaking = catalogue.speaking(language.tag()).stream().filter(ready).toList();
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
    return best.get(rank % best.size());
  }

  private Language language(String tag, String text) {
    return languages.byTag(tag).orElseGet(() -> languages.detect(text));
  }
}
