package org.nangdok.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.LongSentences;
import org.nangdok.language.TextRange;
import org.nangdok.ssml.Manner;
import org.nangdok.ssml.Part;
import org.nangdok.ssml.Prosody;
import org.nangdok.ssml.SsmlDocument;
import org.nangdok.ssml.Unfollowed;
import org.nangdok.ssml.VoiceWish;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/**
 * The utterances of a document in SSML. What changes its manner in the middle of a sentence becomes
 * an utterance of its own.
 */
final class SsmlUtterances {

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2;
  private static final double WIDEST = 6;
  private static final double SOFTEST = -60;
  private static final double LOUDEST = 12;

  private final SentencePlanner planner;
  private final Catalogue catalogue;
  private final Languages languages;
  private final Map<String, Unfollowed> unfollowed = new LinkedHashMap<>();

  SsmlUtterances(SentencePlanner planner, Catalogue catalogue, Languages languages) {
    this.planner = planner;
    this.catalogue = catalogue;
    this.languages = languages;
  }

  /** What isn't done as the documents say it, each thing once. */
  List<Unfollowed> unfollowed() {
    return List.copyOf(unfollowed.values());
  }

  /**
   * The utterances of a document.
   *
   * @param first the language where the document names none
   * @param reader who speaks where the document asks for nobody
   * @param base how
   * @param sentence the silence between sentences
   * @param paragraph the silence between paragraphs
   */
  List<PlacedUtterance> of(
      SsmlDocument document,
      Language first,
      Voice reader,
      Delivery base,
      Duration sentence,
      Duration paragraph) {
    document.unfollowed().forEach(one -> unfollowed.putIfAbsent(one.element(), one));
    List<PlacedUtterance> placed = new ArrayList<>();
    int paragraphs = -1;
    int at = 0;
    for (Part part : document.parts()) {
      switch (part) {
        case Part.Pause pause -> pause(placed, pause.length());
        case Part.Spoken spoken -> {
          if (spoken.place() == Part.Place.PARAGRAPH) {
            paragraphs++;
          }
          if (!placed.isEmpty() && spoken.place() != Part.Place.CONTINUES) {
            at++; // the space or line end before it
            boolean far = spoken.place() == Part.Place.PARAGRAPH;
            atLeast(placed, far ? paragraph : sentence);
          }
          placed.addAll(stretch(spoken, paragraphs, at, first, reader, base, sentence));
          at += spoken.text().length();
          ReadingPlanner.requireFew(placed.size());
        }
      }
    }
    return placed;
  }

  private List<PlacedUtterance> stretch(
      Part.Spoken spoken,
      int paragraph,
      int at,
      Language first,
      Voice reader,
      Delivery base,
      Duration sentence) {
    Manner manner = spoken.manner();
    Language language = language(manner.language(), first);
    Voice voice = voice(manner.voice(), language, reader);
    Delivery delivery = delivery(manner.prosody(), voice, base);
    String text = spoken.text();
    List<TextRange> ranges = LongSentences.of(language, text);
    List<PlacedUtterance> placed = new ArrayList<>();
    int followed = 0;
    for (TextRange range : ranges) {
      List<Instruction> inside = Instruction.within(spoken.instructions(), range);
      followed += inside.size();
      Duration pause = range == ranges.getLast() ? Duration.ZERO : sentence;
      Utterance utterance =
          planner.utterance(range.of(text), inside, languages, language, voice, delivery, pause);
      List<Part.Bookmark> bookmarks =
          spoken.bookmarks().stream()
              .filter(mark -> mark.at() < range.end() || range == ranges.getLast())
              .filter(mark -> range == ranges.getFirst() || mark.at() >= range.start())
              .map(mark -> new Part.Bookmark(mark.name(), Math.max(0, mark.at() - range.start())))
              .toList();
      placed.add(
          new PlacedUtterance(utterance, paragraph, at + range.start(), manner.voice(), bookmarks));
    }
    tell(spoken, language, followed);
    return placed;
  }

  private void tell(Part.Spoken spoken, Language language, int followed) {
    for (Instruction instruction : spoken.instructions()) {
      String element = instruction.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      boolean understood = language.follows(instruction) && !instruction.value().isEmpty();
      if (!understood && instruction.kind() == Instruction.Kind.SAY_AS) {
        ignore(
            element + " " + instruction.value(), "the words are read as they would be without it.");
      } else if (!understood) {
        ignore(element, "it isn't followed in " + language.tag() + "; the words are read instead.");
      }
    }
    if (followed < spoken.instructions().size()) {
      ignore(
          "sub, phoneme, say-as", "one that holds several sentences isn't followed; split it up.");
    }
  }

  private Language language(@Nullable String tag, Language first) {
    if (tag == null) {
      return first;
    }
    Optional<Language> language = languages.byTag(tag).filter(one -> isSpoken(one, first));
    if (language.isEmpty()) {
      ignore("xml:lang", "no voice speaks " + tag + " here; it is read as " + first.tag() + ".");
    }
    return language.orElse(first);
  }

  private boolean isSpoken(Language language, Language first) {
    return language.tag().equals(first.tag()) || catalogue.languages().contains(language.tag());
  }

  private Voice voice(@Nullable VoiceWish wish, Language language, Voice reader) {
    Voice own = speaks(reader, language) ? reader : planner.speaker(language.tag(), reader);
    if (wish == null) {
      return own;
    }
    for (String name : wish.names()) {
      Optional<Voice> named = catalogue.find(name).filter(voice -> speaks(voice, language));
      if (named.isPresent()) {
        return named.get();
      }
    }
    if (!wish.names().isEmpty()) {
      ignore(
          "voice name",
          "no voice named "
              + String.join(" or ", wish.names())
              + " speaks "
              + language.tag()
              + " here; GET /api/voices lists them.");
    }
    if (wish.gender() == null || !catalogue.languages().contains(language.tag())) {
      return own;
    }
    return catalogue.speaking(language.tag()).stream()
        .filter(voice -> voice.gender() != null && voice.gender().code().equals(wish.gender()))
        .min(
            Comparator.<Voice>comparingInt(voice -> -catalogue.quality(voice))
                .thenComparing(Voice::id))
        .orElseGet(
            () -> {
              ignore("voice gender", "no such voice speaks " + language.tag() + " here.");
              return own;
            });
  }

  private static boolean speaks(Voice voice, Language language) {
    return Locale.forLanguageTag(voice.language()).getLanguage().equals(language.tag());
  }

  private Delivery delivery(Prosody prosody, Voice voice, Delivery base) {
    double pitch = prosody.pitch();
    if (pitch != 0 && !catalogue.takesPitch(voice)) {
      ignore("prosody pitch", "the voice " + voice.id() + " has one pitch only.");
      pitch = 0;
    }
    double speed = within(base.speed() * prosody.rate(), SLOWEST, FASTEST, "rate", "50% to 200%");
    double semitones = within(base.pitch() + pitch, -WIDEST, WIDEST, "pitch", "-6st to +6st");
    double volume = within(prosody.volume(), SOFTEST, LOUDEST, "volume", "-60dB to +12dB");
    return new Delivery(speed, semitones, base.telephone(), volume);
  }

  private double within(double value, double least, double most, String name, String range) {
    if (value < least || value > most) {
      ignore("prosody " + name, "what is beyond " + range + " is held there.");
    }
    return Math.clamp(value, least, most);
  }

  private void pause(List<PlacedUtterance> placed, Duration length) {
    if (placed.isEmpty()) {
      ignore("break", "a pause before the first word isn't made.");
      return;
    }
    PlacedUtterance last = placed.removeLast();
    placed.add(last.pausing(last.utterance().pauseAfter().plus(length)));
  }

  private static void atLeast(List<PlacedUtterance> placed, Duration pause) {
    PlacedUtterance last = placed.getLast();
    if (last.utterance().pauseAfter().isZero()) {
      placed.removeLast();
      placed.add(last.pausing(pause));
    }
  }

  private void ignore(String element, String reason) {
    unfollowed.putIfAbsent(element, new Unfollowed(element, reason));
  }
}
