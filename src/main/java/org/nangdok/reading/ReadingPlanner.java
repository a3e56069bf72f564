package org.nangdok.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.article.Paragraph;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.LongSentences;
import org.nangdok.language.TextRange;
import org.nangdok.page.PageFetcher;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Turn;
import org.nangdok.script.writer.QuotedPeople;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.ssml.SsmlDocument;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Cast;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.SiteCasting;

/**
 * Decides everything about a reading before the first sound: article, script, cast, utterances.
 * Thread-safe.
 */
public final class ReadingPlanner {

  private static final int MOST_SENTENCES = 10_000;

  private final RequestedArticles articles;
  private final ScriptWriter writer;
  private final Languages languages;
  private final Catalogue catalogue;
  private final Supplier<Casting> casting;
  private final Function<String, Optional<String>> engineVersions;
  private final SentencePlanner planner;
  private final SpokenLanguage spokenLanguage;

  /**
   * @param engineVersions a running engine's version by its name
   */
  public ReadingPlanner(
      PageFetcher pages,
      ArticleExtractor extractor,
      ScriptWriter writer,
      Languages languages,
      Catalogue catalogue,
      Casting casting,
      Function<String, Optional<String>> engineVersions) {
    this(pages, extractor, writer, languages, catalogue, () -> casting, engineVersions);
  }

  /**
   * @param casting the casting that counts when a plan is made
   * @param engineVersions a running engine's version by its name
   */
  public ReadingPlanner(
      PageFetcher pages,
      ArticleExtractor extractor,
      ScriptWriter writer,
      Languages languages,
      Catalogue catalogue,
      Supplier<Casting> casting,
      Function<String, Optional<String>> engineVersions) {
    this.articles = new RequestedArticles(pages, extractor);
    this.writer = writer;
    this.languages = languages;
    this.catalogue = catalogue;
    this.casting = casting;
    this.engineVersions = engineVersions;
    this.planner = new SentencePlanner(catalogue, engineVersions);
    this.spokenLanguage = new SpokenLanguage(catalogue);
  }

  /**
   * The article that a request names.
   *
   * @throws org.nangdok.problem.ProblemException if it can't be fetched or isn't one
   */
  public Article article(ReadingRequest request) {
    if (request.ssml() != null) {
      return ssml(request).article();
    }
    Article article = articles.of(request);
    return request.language() == null ? article : article.in(request.language());
  }

  /** Who says what in an article. */
  public Script script(Article article) {
    return writer.write(article);
  }

  /** Who says what in an article, as a request wants it. */
  public Script script(Article article, ReadingRequest request) {
    if (request.ssml() != null) {
      return ssml(request).script();
    }
    Script script = writer.write(article, request.speakers());
    return request.quoteVoices() ? QuotedPeople.in(script) : script;
  }

  /**
   * Everything that is decided about a request's reading.
   *
   * @throws org.nangdok.problem.ProblemException if there is nothing that can be read
   */
  public ReadingPlan plan(ReadingRequest request) {
    if (request.ssml() != null) {
      return ssml(request).plan(casting.get(), planner, request);
    }
    return plan(article(request), request, Map.of());
  }

  /**
   * Everything that is decided about the reading of a part of a longer work.
   *
   * @throws org.nangdok.problem.ProblemException if there is nothing that can be read
   */
  public ReadingPlan plan(PartRequest part) {
    return plan(part.article(), part.manner(), part.voices());
  }

  private ReadingPlan plan(Article found, ReadingRequest request, Map<String, String> known) {
    SpokenLanguage.Choice choice =
        spokenLanguage.of(text(found), request.language(), found.language());
    Article article = found.in(choice.language());
    Script script = script(article, request);
    Casting now = casting.get();
    SiteCasting decided = now.decided(article.site(), host(article.url())).knowing(known);
    Cast cast =
        request.light()
            ? now.castLightly(script, article.site(), decided, request.voices())
            : now.cast(script, article.site(), decided, request.voices());
    Languages own = languages.of(article.site());
    Set<Integer> headings =
        article.paragraphs().stream()
            .filter(paragraph -> paragraph.kind() == Paragraph.Kind.SUBHEADING)
            .map(Paragraph::line)
            .collect(Collectors.toSet());
    var parts = new PartLanguages(article, own, catalogue);
    List<PlannedTurn> turns = new ArrayList<>();
    var opening = new OpeningPieces();
    int sentences = 0;
    for (int i = 0; i < script.turns().size(); i++) {
      PlannedTurn turn =
          turn(script, i, cast, own, parts, headings, request.speed(), sentences, opening);
      sentences += turn.sentences().size();
      turns.add(turn);
    }
    if (sentences == 0) {
      throw new ReadingException("reading.nothing-to-say", "This text has no sentence to read.");
    }
    return new ReadingPlan(
        ReadingId.of(article, turns),
        article.url(),
        ReadingTitle.of(article, turns),
        article.byline(),
        article.published(),
        script.language(),
        article.site(),
        turns,
        script.dropped(),
        script.credits(),
        warnings(script, choice.note()),
        script.explanation());
  }

  private static String text(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }

  private static List<String> warnings(Script script, @Nullable String note) {
    List<String> warnings = new ArrayList<>(script.warnings());
    if (note != null) {
      warnings.add(note);
    }
    return warnings;
  }

  /**
   * A text of the longest length has far fewer, unless somebody wants it to be heavy.
   *
   * @throws ReadingException with code {@code request.too-long}
   */
  static void requireFew(int sentences) {
    if (sentences > MOST_SENTENCES) {
      throw new ReadingException(
          "request.too-long", "The text has more than 10,000 sentences. Send it in parts.");
    }
  }

  /**
   * The same words of the same people with the voices that casting gives them now. What a request
   * wished for isn't known any more.
   */
  ReadingPlan again(ReadingPlan plan) {
    return new Recasting(casting.get(), catalogue, planner).again(plan, host(plan.url()));
  }

  private SsmlReading ssml(ReadingRequest request) {
    String source = StringUtils.defaultString(request.ssml());
    return new SsmlReading(SsmlDocument.read(source), languages, catalogue, request.language());
  }

  private static @Nullable String host(@Nullable String url) {
    try {
      return url == null ? null : new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private PlannedTurn turn(
      Script script,
      int index,
      Cast cast,
      Languages own,
      PartLanguages parts,
      Set<Integer> headings,
      double speed,
      int firstSentence,
      OpeningPieces opening) {
    Turn turn = script.turns().get(index);
    Cast.Part part = cast.turns().get(index);
    Delivery delivery = faster(part.delivery(), speed);
    List<Utterance> utterances = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (List<Piece> wrapped : parts.group(turn.pieces())) {
      String text = wrapped.stream().map(Piece::text).collect(Collectors.joining("\n"));
      Optional<Language> said = parts.of(wrapped.getFirst().line());
      Language language = said.isPresent() ? said.get() : language(own, script);
      List<TextRange> ranges = LongSentences.of(language, text);
      if (!Account.holds(text, ranges)) {
        ranges = List.of(new TextRange(0, text.length())); // better one long sentence than none
      }
      requireFew(firstSentence + utterances.size() + ranges.size());
      for (TextRange range : ranges) {
        Duration pause =
            range == ranges.getLast() ? cast.pauses().paragraph() : cast.pauses().sentence();
        String words = range.of(text);
        utterances.add(
            said.isPresent()
                ? planner.foreign(words, own, language, part.voice(), delivery, pause)
                : planner.utterance(
                    words, List.of(), own, language, part.voice(), delivery, pause));
        lines.add(line(wrapped, text, range.start()));
      }
    }
    if (!utterances.isEmpty()) {
      Utterance last = utterances.removeLast();
      utterances.add(last.pausing(part.pauseAfter()));
      if (OpeningPieces.areNeeded(part.voice(), catalogue)) {
        open(opening, utterances, lines);
      }
    }
    List<PlannedSentence> sentences = new ArrayList<>();
    for (int i = 0; i < utterances.size(); i++) {
      int line = lines.get(i);
      boolean heading = headings.contains(line);
      sentences.add(planner.planned(firstSentence + i, line, heading, utterances.get(i)));
    }
    return new PlannedTurn(
        index,
        turn.speaker(),
        turn.name(),
        turn.title(),
        turn.style(),
        turn.gender(),
        turn.person(),
        part.voice(),
        sentences);
  }

  /** Puts the pieces of sentences in their places. */
  private static void open(OpeningPieces opening, List<Utterance> utterances, List<Integer> lines) {
    List<Utterance> whole = List.copyOf(utterances);
    List<Integer> wholeLines = List.copyOf(lines);
    utterances.clear();
    lines.clear();
    for (int i = 0; i < whole.size(); i++) {
      for (Utterance piece : opening.of(whole.get(i))) {
        utterances.add(piece);
        lines.add(wholeLines.get(i));
      }
    }
  }

  /**
   * The same plan where a voice can't go on: the person whose sentence failed keeps one voice for
   * everything that isn't settled, one that comes from another engine and is no more natural.
   *
   * @param settled which sentences stay as they are, by index
   * @return nothing if there is no such voice
   */
  Optional<ReadingPlan> withoutEngine(
      ReadingPlan plan, PlannedSentence failed, List<Boolean> settled) {
    return new Understudy(catalogue, engineVersions).replace(plan, failed, settled);
  }

  /** The plan with the open sentences of a sentence's voice in the versions that are here. */
  Optional<ReadingPlan> inVersionsOfHere(
      ReadingPlan plan, PlannedSentence failed, List<Boolean> settled) {
    return new Understudy(catalogue, engineVersions).renew(plan, failed, settled);
  }

  private static int line(List<Piece> pieces, String text, int position) {
    int newlines = StringUtils.countMatches(text.substring(0, position), '\n');
    return pieces.get(Math.min(newlines, pieces.size() - 1)).line();
  }

  private static Language language(Languages own, Script script) {
    return own.byTag(script.language())
        .orElseThrow(
            () ->
                new ReadingException(
                    "language.unknown",
                    "Texts in " + script.language() + " can't be read aloud yet."));
  }

  static Delivery faster(Delivery delivery, double factor) {
    double speed = Math.clamp(delivery.speed() * factor, 0.5, 2);
    return new Delivery(speed, delivery.pitch(), delivery.telephone(), delivery.volume());
  }
}
