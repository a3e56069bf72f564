package org.nangdok.script.line;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/** What one article's lines, taken together, tell about its way of writing. */
public final class Survey {

  private static final int FEWEST_CLIPS = 2;
  private static final int LONGEST_CLIP_HEAD = 40;
  private static final int LONGEST_CREDIT = 60;
  private static final int LONGEST_BARE = 12;

  private final Lexicon lexicon;
  private final Reading reading;
  private final Map<String, Who> people = new HashMap<>();
  private final Map<String, Part> parts = new HashMap<>();
  private final Set<Integer> headers = new HashSet<>();
  private final Set<String> credited = new HashSet<>();
  private final Set<String> speakers;
  private final QuestionForm form;
  private final MarkedQuestions marked;
  private final MarkNames markNames;
  private final boolean anchored;
  private final int first;
  private final boolean labelled;
  private final boolean bracketed;
  private final boolean minutes;
  private final Map<Integer, LoneLabels.Found> lone;
  private final Map<Integer, InducedLabels.Found> induced;
  private final Captions captions;
  private int hosts;

  /**
   * Surveys an article.
   *
   * @param lines the lines that may be read
   * @param unread the lines that another room has dropped, which may still introduce people,
   *     numbered as the last line before each
   * @param reading which forms of labels are believed
   */
  public Survey(
      List<SourceLine> lines,
      List<SourceLine> unread,
      Lexicon lexicon,
      WhoReader reader,
      Reading reading) {
    this.lexicon = lexicon;
    this.reading = reading;
    this.first = lines.isEmpty() ? -1 : lines.get(0).number();
    Header header = new Header(lexicon, reader);
    boolean anchor = false;
    boolean label = false;
    boolean bracket = false;
    int clips = 0;
    for (SourceLine line : lines) {
      clips += isClip(line.text(), lexicon, reader) ? 1 : 0;
      introduce(header.read(line.text()), line.number());
      if (Alias.isHeader(line.text(), lexicon)) {
        headers.add(line.number());
      }
      credit(line.text().strip(), line.number(), lines);
      boolean plainHeader = isPlainHeader(line.text(), line.number());
      Part part = plainHeader || isTagged(line) ? null : labelAlone(line.text(), lexicon, reader);
      anchor |= part == Part.ANCHOR;
      boolean block = part != null && part != Part.QUESTION && part != Part.ANSWER;
      label |= block;
      bracket |= block && lexicon.closer(line.text().strip().charAt(0)) != 0;
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean beside =
          i > 0 && headers.contains(lines.get(i - 1).number())
              || i + 1 < lines.size() && headers.contains(lines.get(i + 1).number());
      SourceLine line = lines.get(i);
      if (beside && !headers.contains(line.number())) {
        introduce(header.beside(line.text()), line.number());
      }
    }
    label |= clips >= FEWEST_CLIPS;
    headers.addAll(FieldBlock.in(lines));
    for (SourceLine line : unread) {
      introduce(header.read(line.text()), line.number());
    }
    this.captions = Captions.of(lines, unread);
    this.lone =
        reading == Reading.SPEAKERS
            ? new LoneLabels(lexicon, reader, captions).in(lines)
            : Map.of();
    for (LoneLabels.Found found : lone.values()) {
      anchor |= found.part() == Part.ANCHOR;
      label |= found.part() != Part.PERSON && found.part() != Part.QUESTION;
    }
    boolean unlabelled = reading == Reading.SPEAKERS && !label && !anchor;
    this.induced =
        !unlabelled
            ? Map.of()
            : captions.isUsed()
                ? InducedLabels.ofCaptions(lines, captions.spoken())
                : InducedLabels.of(lines, lexicon);
    this.minutes = MinuteLabel.isUsed(lines, reader, lexicon) || isChaired();
    this.anchored = anchor;
    this.labelled = label;
    this.bracketed = bracket;
    QuestionMarks marks = new QuestionMarks(lexicon);
    this.form = QuestionForm.of(lines, marks);
    this.markNames = new MarkNames(lines, marks, lexicon, reader);
    MarkedQuestions byType =
        label || anchor ? MarkedQuestions.NONE : MarkedQuestions.of(lines, lexicon);
    Initials initials = Initials.of(lines, unread, lexicon);
    initials.people().forEach((name, who) -> people.put(key(name), who));
    headers.addAll(initials.headers());
    Who asker = parts.containsValue(Part.ANCHOR) ? null : initials.asker();
    if (asker != null && asker.name() != null) {
      parts.put(key(asker.name()), Part.ANCHOR);
    }
    this.speakers =
        reading == Reading.SPEAKERS
            ? new Speakers(lexicon, reader, people.keySet(), label, form.letters(), captions)
                .in(Segments.of(lines, lexicon), headers)
            : Set.of();
    boolean signs = form.letters() || form.numbers() || !form.dashes().isEmpty();
    boolean open = unlabelled && lone.isEmpty() && induced.isEmpty() && speakers.isEmpty();
    MarkedQuestions wrapped =
        open && !byType.isUsed() ? MarkedQuestions.wrapped(lines, lexicon) : byType;
    this.marked =
        open && !signs && !wrapped.isUsed() ? MarkedQuestions.unmarked(lines, lexicon) : wrapped;
  }

  private void introduce(@Nullable List<Header.Introduced> introduced, int line) {
    if (introduced == null) {
      return;
    }
    headers.add(line);
    for (Header.Introduced person : introduced) {
      String name = person.who().name();
      if (name != null && people.putIfAbsent(key(name), person.who()) == null) {
        parts.put(key(name), person.part());
        hosts += person.part() == Part.ANCHOR ? 1 : 0;
      }
    }
  }

  /** Whether a line introduces people without a sign that sets it apart. */
  private boolean isPlainHeader(String text, int line) {
    return headers.contains(line) && Character.isLetter(text.strip().charAt(0));
  }

  /** Whether whoever chairs an assembly is labelled on a line of their own. */
  private boolean isChaired() {
    return lone.values().stream()
        .map(found -> found.who().title())
        .anyMatch(
            title ->
                title != null
                    && title.charAt(0) > '\u0250'
                    && lexicon.has(WordKind.ROLE_CHAIR, title));
  }

  /** Whether the first line is a heading behind a tag: {@code [인터뷰] 다시 강으로}. */
  private boolean isTagged(SourceLine line) {
    String text = line.text().strip();
    Group group = line.number() == first && !text.isEmpty() ? group(text) : null;
    return group != null
        && group.end() < text.length()
        && lexicon.has(WordKind.TAG, group.content(text))
        && !Sentences.isFinished(text);
  }

  private @Nullable Group group(String text) {
    return Group.at(text, 0, LONGEST_CLIP_HEAD, lexicon);
  }

  /** Whether a line is a speaker in brackets and a quotation. */
  private static boolean isClip(String text, Lexicon lexicon, WhoReader reader) {
    Group group = text.isEmpty() ? null : Group.at(text, 0, LONGEST_CLIP_HEAD, lexicon);
    int open = group == null || group.isRound() ? 0 : Prefix.skip(text, group.end());
    return group != null
        && open > 0
        && open < text.length()
        && Quotes.opens(text.charAt(open))
        && reader.isSpeaker(group.content(text));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static @Nullable Part labelAlone(String text, Lexicon lexicon, WhoReader reader) {
    String line = text.strip();
    if (line.isEmpty()) {
      return null;
    }
    Group group = Group.at(line, 0, 40, lexicon);
    if (group != null) {
      String content = group.content(line);
      Part part = Part.of(lexicon.kinds(content));
      return part != null || group.isRound() ? part : byTitle(reader.read(content), lexicon);
    }
    String bare = Labels.withoutSigns(line);
    if (bare.length() < line.length() && bare.length() <= LONGEST_BARE) {
      Part part = Part.of(lexicon.kinds(bare));
      if (part != null) {
        return part;
      }
    }
    Prefix prefix = Prefix.at(line, 0, lexicon);
    return prefix == null || prefix.raw().length() > 20
        ? null
        : Part.of(lexicon.kinds(prefix.raw())) == null
            ? byTitle(reader.read(prefix.raw()), lexicon)
            : Part.of(lexicon.kinds(prefix.raw()));
  }

  /** What a person's printed title makes of them; null if nothing. */
  static @Nullable Part byTitle(Who who, Lexicon lexicon) {
    if (who.name() == null
        || who.title() == null
        || who.style() != null
        || who.name().charAt(0) < '\u0250') {
      return null;
    }
    Part part = Part.of(lexicon.kinds(who.title()));
    return part == Part.ANCHOR || part == Part.REPORTER || part == Part.LIVE_REPORTER ? part : null;
  }

  /** Which forms of labels are believed. */
  public Reading reading() {
    return reading;
  }

  /** Whether a line is a programme header. */
  boolean isHeader(int line) {
    return headers.contains(line);
  }

  /** Whether a line is a time or counter of a file of captions. */
  boolean isCaptionTime(int line) {
    return captions.silent().contains(line);
  }

  /** Whether the lines are captions with their times. */
  public boolean isCaptioned() {
    return captions.isUsed();
  }

  /** Whether lines begin with the times at which they are spoken. */
  boolean isTimed() {
    return captions.timed() >= 0;
  }

  /** Whether a line stands above the first time. */
  boolean isBeforeTimes(int line) {
    return captions.isAbove(line);
  }

  /** The label that a line is though no sign marks it, or null. */
  LoneLabels.@Nullable Found lone(int line) {
    return lone.get(line);
  }

  /** The label of a line that only the document's repetition shows, or null. */
  InducedLabels.@Nullable Found induced(int line) {
    return induced.get(line);
  }

  /** Whether speakers are labelled as in the minutes of a parliament. */
  public boolean isMinutes() {
    return minutes;
  }

  /** Whether speakers are labelled as in minutes, on the lines of their words or above them. */
  boolean isAssembly() {
    return minutes || !lone.isEmpty();
  }

  /** Whether a text before a colon is a speaker in this article. */
  boolean isSpeaker(String raw) {
    return speakers.contains(Lexicon.key(raw)) || (labelled && lexicon.has(WordKind.ROLE, raw));
  }

  /** Whether a line is the first that may be read. */
  boolean isFirst(SourceLine line) {
    return line.number() == first;
  }

  /** Whether some label says anchor. */
  public boolean isAnchored() {
    return anchored;
  }

  /** Whether some label of a broadcast stands in the article. */
  public boolean isLabelled() {
    return labelled;
  }

  /** Whether some label of a broadcast stands in brackets. */
  public boolean isBracketed() {
    return bracketed;
  }

  /** Questions that the page marks by its type. */
  MarkedQuestions marked() {
    return marked;
  }

  /** Names behind the letters of questions and answers. */
  MarkNames markNames() {
    return markNames;
  }

  /** How questions and answers are marked. */
  QuestionForm form() {
    return form;
  }

  /** The person whom a header introduces by this name or these initials, or null. */
  public @Nullable Who introduced(String name) {
    return people.get(key(name));
  }

  /** Everybody whom a header introduces by a name. */
  public List<Who> introduced() {
    return List.copyOf(people.values());
  }

  /** What a header calls a person, or null. */
  public @Nullable Part part(String name) {
    return parts.get(key(name));
  }

  /** The only host of the header, or null if there are none or several. */
  public @Nullable Who host() {
    if (hosts != 1) {
      return null;
    }
    for (Map.Entry<String, Part> entry : parts.entrySet()) {
      if (entry.getValue() == Part.ANCHOR) {
        return people.get(entry.getKey());
      }
    }
    return null;
  }

  /** Whether a credit tells that somebody of this name has asked the questions. */
  public boolean isCredited(String name) {
    return credited.contains(key(name.substring(name.lastIndexOf(' ') + 1)));
  }

  /** Files who has asked the questions if a line credits them and a label names them; or not. */
  private void credit(String text, int line, List<SourceLine> lines) {
    for (String phrase : lexicon.texts(WordKind.INTERVIEWED_BY)) {
      if (text.startsWith(phrase) && text.length() <= LONGEST_CREDIT) {
        String name = text.substring(phrase.length()).replaceAll("^[\\s:：]+|[\\s.。]+$", "");
        String last = name.substring(name.lastIndexOf(' ') + 1);
        boolean labels = lines.stream().anyMatch(other -> isLabelled(other.text(), name, last));
        if (!last.isEmpty() && labels) {
          credited.add(key(last));
          headers.add(line);
        }
        return;
      }
    }
  }

  private static boolean isLabelled(String text, String name, String last) {
    String line = text.strip();
    return Stream.of(name, last)
        .anyMatch(label -> line.startsWith(label + ":") || line.startsWith(label + " :"));
  }

  /** Whether a line stands above the header that names hosts and guests. */
  public boolean isAboveHeader(int line) {
    return reading == Reading.SPEAKERS
        && !parts.isEmpty()
        && headers.stream().allMatch(header -> line < header);
  }

  /** Whether the header names hosts. */
  public boolean isHosted() {
    return hosts > 0;
  }

  /** The only guest of the header, or null if there are none or several. */
  public @Nullable Who guest() {
    List<String> guests =
        parts.keySet().stream().filter(name -> parts.get(name) == Part.PERSON).toList();
    return guests.size() == 1 ? people.get(guests.getFirst()) : null;
  }

  /** The only reporter of the header, as such or among the guests, or null. */
  public @Nullable Who reporter() {
    Who found = null;
    for (Map.Entry<String, Part> entry : parts.entrySet()) {
      Who who = people.get(entry.getKey());
      if (entry.getValue() == Part.REPORT || entry.getValue() == Part.PERSON && reports(who)) {
        if (found != null) {
          return null;
        }
        found = who;
      }
    }
    return found;
  }

  private boolean reports(@Nullable Who who) {
    String title = who == null ? null : who.title();
    return title != null
        && lexicon.has(WordKind.REPORTER, title.substring(title.lastIndexOf(' ') + 1));
  }
}
