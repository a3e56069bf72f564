package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.Paragraph;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.script.Gender;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Turn;
import org.nangdok.ssml.Part;
import org.nangdok.ssml.SsmlDocument;
import org.nangdok.ssml.Unfollowed;
import org.nangdok.ssml.VoiceWish;
import org.nangdok.voice.Cast;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.SiteCasting;
import org.nangdok.voice.Voice;

/**
 * A reading of a document in SSML: nobody has to be found, since the document says who speaks.
 * Whoever it asks for is one person; the rest is the narrator's.
 */
final class SsmlReading {

  private static final String NARRATOR = "narrator";

  private final SsmlDocument document;
  private final Languages languages;
  private final Catalogue catalogue;
  private final Language language;

  /**
   * @param tag BCP 47 tag that overrides what the document says
   */
  SsmlReading(
      SsmlDocument document, Languages languages, Catalogue catalogue, @Nullable String tag) {
    this.document = document;
    this.languages = languages;
    this.catalogue = catalogue;
    String named = tag == null ? document.language() : tag;
    this.language =
        named == null
            ? languages.detect(document.text())
            : languages
                .byTag(named)
                .orElseThrow(
                    () ->
                        new ReadingException(
                            "language.unknown", "Texts in " + named + " can't be read aloud yet."));
  }

  /** Its words, a paragraph a line. */
  Article article() {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String line : document.text().split("\n")) {
      if (!line.isBlank()) {
        paragraphs.add(new Paragraph(paragraphs.size(), line.strip(), Paragraph.Kind.BODY));
      }
    }
    return new Article(null, "", null, null, language.tag(), null, paragraphs, List.of());
  }

  /** Who says what: a turn for each voice that is asked for. */
  Script script() {
    List<Turn> turns = new ArrayList<>();
    List<Piece> pieces = new ArrayList<>();
    VoiceWish wish = null;
    int paragraph = -1;
    for (Part part : document.parts()) {
      if (part instanceof Part.Spoken spoken) {
        paragraph += spoken.place() == Part.Place.PARAGRAPH ? 1 : 0;
        if (!Objects.equals(wish, spoken.manner().voice()) && !pieces.isEmpty()) {
          turns.add(turn(wish, pieces));
          pieces.clear();
        }
        wish = spoken.manner().voice();
        pieces.add(new Piece(paragraph, spoken.text().strip()));
      }
    }
    if (!pieces.isEmpty()) {
      turns.add(turn(wish, pieces));
    }
    return new Script(
        language.tag(),
        turns,
        List.of(),
        List.of(),
        document.unfollowed().stream().map(Unfollowed::sentence).toList());
  }

  private static Turn turn(@Nullable VoiceWish wish, List<Piece> pieces) {
    return new Turn(Speaker.NARRATOR, null, null, null, gender(wish), person(wish), pieces);
  }

  private static String person(@Nullable VoiceWish wish) {
    if (wish == null) {
      return NARRATOR;
    }
    String who = wish.names().isEmpty() ? String.valueOf(wish.gender()) : wish.names().getFirst();
    return "voice:" + who;
  }

  private static @Nullable Gender gender(@Nullable VoiceWish wish) {
    if (wish == null || wish.gender() == null) {
      return null;
    }
    return wish.gender().equals("female") ? Gender.FEMALE : Gender.MALE;
  }

  /** Everything that is decided before the first sound. */
  ReadingPlan plan(Casting casting, SentencePlanner planner, ReadingRequest request) {
    Cast cast =
        request.light()
            ? casting.castLightly(narrator(), null, SiteCasting.NONE, request.voices())
            : casting.cast(narrator(), null, request.voices());
    Cast.Part reader = cast.turns().getFirst();
    Delivery delivery = ReadingPlanner.faster(reader.delivery(), request.speed());
    var utterances = new SsmlUtterances(planner, catalogue, languages);
    Cast.Pauses pauses = cast.pauses();
    List<PlacedUtterance> placed =
        utterances.of(
            document, language, reader.voice(), delivery, pauses.sentence(), pauses.paragraph());
    if (placed.isEmpty()) {
      throw new ReadingException("reading.nothing-to-say", "This SSML has no sentence to read.");
    }
    List<PlannedTurn> turns = new ArrayList<>();
    List<PlannedSentence> sentences = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      PlacedUtterance one = placed.get(i);
      sentences.add(planner.planned(i, one.paragraph(), false, one.utterance()));
      boolean ends =
          i + 1 == placed.size() || !Objects.equals(placed.get(i + 1).wish(), one.wish());
      if (ends) {
        Voice voice = sentences.getFirst().utterance().voice();
        turns.add(turn(turns.size(), one.wish(), voice, sentences));
        sentences = new ArrayList<>();
      }
    }
    Article article = article();
    List<String> warnings = new ArrayList<>();
    utterances.unfollowed().forEach(one -> warnings.add(one.sentence()));
    if (placed.stream().anyMatch(one -> !one.bookmarks().isEmpty())) {
      warnings.add("SSML mark: only speech marks of POST /v1/speech tell where they are.");
    }
    return new ReadingPlan(
        ReadingId.of(article, turns),
        null,
        ReadingTitle.of(article, turns),
        null,
        null,
        language.tag(),
        null,
        turns,
        List.of(),
        List.of(),
        warnings);
  }

  private static PlannedTurn turn(
      int index, @Nullable VoiceWish wish, Voice voice, List<PlannedSentence> sentences) {
    return new PlannedTurn(
        index, Speaker.NARRATOR, null, null, null, gender(wish), person(wish), voice, sentences);
  }

  /** A script of the narrator alone, whose voice reads where the document asks for nobody. */
  private Script narrator() {
    List<Piece> pieces = List.of(new Piece(0, document.text()));
    Turn turn = new Turn(Speaker.NARRATOR, null, null, null, null, NARRATOR, pieces);
    return new Script(language.tag(), List.of(turn), List.of(), List.of(), List.of());
  }
}
