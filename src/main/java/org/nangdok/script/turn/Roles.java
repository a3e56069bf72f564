package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Survey;

/**
 * Decides in which role each person speaks: by the label, else the header, else the printed title,
 * else who asks, else who speaks first.
 */
final class Roles {

  /** {@code Mc}, {@code Mac} and their like have fewer letters. */
  private static final int FEWEST_BEFORE_CAPITAL = 3;

  private static final int FEWEST_NUMBERED = 2;

  private final Lexicon lexicon;
  private final Survey survey;

  Roles(Lexicon lexicon, Survey survey) {
    this.lexicon = lexicon;
    this.survey = survey;
  }

  /** Sets the speakers of all drafts but those of reporters' blocks and of the preface. */
  void resolve(List<Draft> drafts) {
    for (Draft draft : drafts) {
      Part part = draft.block.part;
      if (part != null) {
        draft.speaker =
            switch (part) {
              case ANCHOR -> Speaker.ANCHOR;
              case INTERVIEW -> Speaker.INTERVIEW;
              case QUESTION -> Speaker.QUESTION;
              case ANSWER -> Speaker.ANSWER;
              case NARRATOR -> Speaker.NARRATOR;
              default -> null;
            };
      }
    }
    hostAsks(drafts);
    Map<String, List<Draft>> people = people(drafts);
    boolean asking = ReporterQuestions.set(drafts, lexicon);
    if (!people.isEmpty()) {
      persons(drafts, people, asking);
    }
    ChangeMarks.set(drafts);
  }

  /** Questions that nobody answers, below a host's opening, are the host's. */
  private static void hostAsks(List<Draft> drafts) {
    boolean opened =
        drafts.stream().anyMatch(one -> one.speaker == Speaker.ANCHOR && one.block.part == null);
    boolean alone =
        drafts.stream().allMatch(one -> one.block.part == null || one.block.part == Part.QUESTION);
    for (Draft draft : drafts) {
      boolean asked = opened && alone && draft.speaker == Speaker.QUESTION;
      draft.speaker = asked ? Speaker.ANCHOR : draft.speaker;
    }
  }

  private static Map<String, List<Draft>> people(List<Draft> drafts) {
    Map<String, List<Draft>> people = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (draft.block.part == Part.PERSON) {
        String key = draft.name == null ? "(" + draft.title + ")" : draft.name;
        people.computeIfAbsent(key, k -> new ArrayList<>()).add(draft);
      }
    }
    return people;
  }

  private void persons(List<Draft> drafts, Map<String, List<Draft>> people, boolean asking) {
    boolean anchor = false;
    boolean questions = false;
    boolean reporter = false;
    boolean answered = false;
    for (Draft draft : drafts) {
      answered |= draft.speaker == Speaker.ANSWER;
      anchor |= draft.speaker == Speaker.ANCHOR;
      questions |= draft.speaker == Speaker.QUESTION;
      reporter |= draft.block.isReporter();
    }
    boolean askers = asking;
    List<String> open = new ArrayList<>();
    for (Map.Entry<String, List<Draft>> person : people.entrySet()) {
      Speaker role = known(person.getKey(), person.getValue());
      role = asking && isOfFamily(person.getKey()) ? Speaker.ANSWER : role;
      if (role == Speaker.REPORTER && !anchor && people.size() > 1) {
        role = opensAndAsks(person.getValue(), drafts) ? Speaker.ANCHOR : role;
      }
      if (role == null) {
        open.add(person.getKey());
        continue;
      }
      anchor |= role == Speaker.ANCHOR;
      askers |= role == Speaker.QUESTION;
      reporter |= role == Speaker.REPORTER || role == Speaker.REPORT;
      set(person.getValue(), role);
    }
    if (!anchor) {
      anchor = chair(open, people);
    }
    if (!anchor && !reporter && open.size() > 1) {
      askers |= capitals(open, people);
    }
    reporter &= !askers;
    boolean press = askers || (questions && !survey.isLabelled());
    if (!anchor && !press && !reporter) {
      boolean numbered = numbered(open, people);
      askers |= numbered;
      press |= numbered;
    }
    if (!anchor && !press && !reporter && open.size() == 1 && people.size() > 1) {
      set(people.getOrDefault(open.get(0), List.of()), Speaker.ANCHOR);
      open.remove(0);
    }
    if (!anchor && !press && !reporter && open.size() > 1) {
      String host = isInArticle(drafts) ? null : host(open, people);
      List<String> examiners = open.size() == people.size() ? examiners(people) : List.of();
      if (!examiners.isEmpty()) {
        unname(people);
        examiners.forEach(one -> set(people.getOrDefault(one, List.of()), Speaker.QUESTION));
        open.removeAll(examiners);
        askers = true;
        press = true;
      } else if (host != null) {
        set(people.getOrDefault(host, List.of()), Speaker.ANCHOR);
        open.remove(host);
        anchor = true;
      }
    }
    if (anchor && !press && !reporter) {
      cohosts(open, people, drafts);
    }
    for (String person : open) {
      List<Draft> turns = people.getOrDefault(person, List.of());
      if (anchor && Handover.isTo(person, turns, drafts)) {
        set(turns, Speaker.REPORT);
        continue;
      }
      boolean answers = press && (askers || !answered && isUntitled(turns.get(0)));
      set(turns, answers ? Speaker.ANSWER : Speaker.INTERVIEW);
    }
  }

  /**
   * Gives questions to those whom only numbers tell apart and who only ask; whether there are any.
   */
  private static boolean numbered(List<String> open, Map<String, List<Draft>> people) {
    List<String> askers = new ArrayList<>();
    for (String person : open) {
      String label = person.replace(")", "");
      if (Character.isDigit(label.charAt(label.length() - 1))) {
        for (Draft draft : people.getOrDefault(person, List.of())) {
          if (!Sentences.asks(draft.text())) {
            return false;
          }
        }
        askers.add(person);
      }
    }
    if (askers.size() < FEWEST_NUMBERED || askers.size() == open.size()) {
      return false;
    }
    askers.forEach(one -> set(people.getOrDefault(one, List.of()), Speaker.QUESTION));
    open.removeAll(askers);
    return true;
  }

  /** Whether a writer speaks before and behind a dialogue, which nobody hosts. */
  private static boolean isInArticle(List<Draft> drafts) {
    return drafts.getFirst().block.part == null && drafts.getLast().block.part == Part.NARRATOR;
  }

  /** Those who are printed as a function and only ask, as in a court; empty if others ask too. */
  private List<String> examiners(Map<String, List<Draft>> people) {
    List<String> examiners = new ArrayList<>();
    for (Map.Entry<String, List<Draft>> person : people.entrySet()) {
      long asked = person.getValue().stream().filter(draft -> Sentences.asks(draft.text())).count();
      if (isFunction(person.getKey()) && asked == person.getValue().size()) {
        examiners.add(person.getKey());
      } else if (asked * 2 >= person.getValue().size()) {
        return List.of();
      }
    }
    return examiners.size() < people.size() ? examiners : List.of();
  }

  private boolean isFunction(String printed) {
    String function =
        printed.startsWith("(") ? printed.substring(1, printed.length() - 1) : printed;
    return lexicon.has(WordKind.ROLE, function)
        || lexicon.has(WordKind.TITLE, function)
        || lexicon.has(WordKind.ROLE_CHAIR, function);
  }

  /** Functions are printed as names where nothing else is; they are none. */
  private void unname(Map<String, List<Draft>> people) {
    people.forEach(
        (printed, drafts) -> {
          for (Draft draft : drafts) {
            boolean function = draft.name != null && isFunction(draft.name);
            draft.title = function ? draft.name : draft.title;
            draft.name = function ? null : draft.name;
          }
        });
  }

  /** Whoever says their own name at the beginning, as the host has done, hosts too. */
  private void cohosts(List<String> open, Map<String, List<Draft>> people, List<Draft> drafts) {
    Draft first =
        drafts.stream().filter(one -> one.speaker == Speaker.ANCHOR).findFirst().orElse(null);
    if (first == null || first.name == null || !namesSelf(first.name, first)) {
      return;
    }
    for (String person : List.copyOf(open)) {
      List<Draft> turns = people.getOrDefault(person, List.of());
      if (!turns.isEmpty() && namesSelf(person, turns.getFirst())) {
        set(turns, Speaker.ANCHOR);
        open.remove(person);
      }
    }
  }

  private boolean namesSelf(String name, Draft draft) {
    String words = draft.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    String first = name.toLowerCase(Locale.ROOT);
    for (String self : lexicon.texts(WordKind.SELF_NAMING)) {
      if (words.contains(self + " " + first)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a journalist speaks before everybody and mostly asks: they are the host. */
  private static boolean opensAndAsks(List<Draft> turns, List<Draft> drafts) {
    int asked = 0;
    for (Draft draft : turns) {
      asked += Sentences.asks(draft.text()) ? 1 : 0;
    }
    return turns.size() > 1 && asked * 2 >= turns.size() && drafts.getFirst() == turns.getFirst();
  }

  /** The chair of a hearing hosts it. */
  private boolean chair(List<String> open, Map<String, List<Draft>> people) {
    boolean found = false;
    for (String person : List.copyOf(open)) {
      List<Draft> turns = people.getOrDefault(person, List.of());
      String title = turns.isEmpty() ? null : turns.get(0).title;
      boolean printed =
          title != null
              && lexicon.has(WordKind.ROLE_CHAIR, title)
              && (survey.isMinutes()
                  || title.charAt(0) < '\uac00'
                  || person.equals(open.getFirst()));
      String last = person.substring(person.lastIndexOf(' ') + 1);
      boolean office = !last.isEmpty() && Character.isLowerCase(last.charAt(0)); // M. le président
      boolean labelled =
          person.charAt(0) < '\u0250'
              && (lexicon.has(WordKind.ROLE_CHAIR, person)
                  || office && lexicon.has(WordKind.ROLE_CHAIR, last));
      if (printed || labelled) {
        set(turns, Speaker.ANCHOR);
        open.remove(person);
        found = true;
      }
    }
    return found;
  }

  /** An outlet that asks prints its name in capitals, or its address, among names that aren't. */
  private boolean capitals(List<String> open, Map<String, List<Draft>> people) {
    String asker = null;
    for (String person : open) {
      if (isOutlet(person)) {
        if (asker != null) {
          return false;
        }
        asker = person;
      } else if (person.length() > 1 && person.equals(person.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    List<Draft> turns = asker == null ? List.of() : people.getOrDefault(asker, List.of());
    long asked = turns.stream().filter(draft -> Sentences.asks(draft.text())).count();
    if (asker == null || asked * 2 < turns.size()) {
      return false;
    }
    set(turns, Speaker.QUESTION);
    open.remove(asker);
    return true;
  }

  private boolean isOutlet(String person) {
    boolean capitals = person.length() > 1 && person.equals(person.toUpperCase(Locale.ROOT));
    return person.charAt(0) < '\u0250'
        && !lexicon.has(WordKind.ANONYMOUS, person)
        && (capitals || isBrand(person) || person.equals(person.toLowerCase(Locale.ROOT)));
  }

  /** Whether a word has a capital inside that no name's prefix explains: {@code RadioSix}. */
  private static boolean isBrand(String word) {
    boolean inside = false;
    for (int i = FEWEST_BEFORE_CAPITAL; i < word.length(); i++) {
      inside |= Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1));
    }
    return inside && word.indexOf(' ') < 0;
  }

  /** Whether nothing but a form of address is printed beside the name. */
  private boolean isUntitled(Draft draft) {
    String title = draft.title;
    return title == null
        || lexicon.has(WordKind.HONORIFIC, title)
        || lexicon.has(WordKind.HONORIFIC_MALE, title)
        || lexicon.has(WordKind.HONORIFIC_FEMALE, title);
  }

  private @Nullable Speaker known(String name, List<Draft> drafts) {
    Part part = survey.part(name);
    int space = name.indexOf(' ');
    boolean moderates =
        space > 0
            && lexicon.has(WordKind.ARTICLE, name.substring(0, space))
            && lexicon.has(WordKind.ANCHOR, name.substring(space + 1));
    if (isOfFamily(name)) {
      for (Draft draft : drafts) {
        draft.title = draft.name == null ? draft.title : draft.name;
        draft.name = null;
      }
      return Speaker.INTERVIEW;
    }
    if (part == Part.ANCHOR || moderates) {
      return Speaker.ANCHOR;
    }
    if (part == Part.REPORT) {
      return Speaker.REPORT;
    }
    if (part == Part.LIVE_REPORTER) {
      return Speaker.REPORTER;
    }
    if (part == Part.PERSON) {
      return Speaker.INTERVIEW;
    }
    Speaker byTitle = null;
    for (Draft draft : drafts) {
      byTitle = byTitle == null && draft.title != null ? byTitle(draft) : byTitle;
    }
    if (byTitle == null && lexicon.occurs(WordKind.MODERATES, drafts.getFirst().text())) {
      return Speaker.ANCHOR;
    }
    if (byTitle == null && name.charAt(0) > '\u2e80' && lexicon.ends(WordKind.ANCHOR, name)) {
      return Speaker.ANCHOR;
    }
    return byTitle == null && isAsker(name) ? Speaker.QUESTION : byTitle;
  }

  /** Whether a label is a kin word or a pronoun, as in a dialogue inside a story. */
  private boolean isOfFamily(String printed) {
    String word = printed.startsWith("(") ? printed.substring(1, printed.length() - 1) : printed;
    if (word.charAt(0) < '\u0250') {
      return false;
    }
    return lexicon.has(WordKind.KIN_FEMALE, word)
        || lexicon.has(WordKind.KIN_MALE, word)
        || word.length() == 1
            && word.charAt(0) > '\u0250'
            && lexicon.texts(WordKind.SELF).stream().anyMatch(self -> self.startsWith(word));
  }

  private @Nullable Speaker byTitle(Draft draft) {
    String title = String.valueOf(draft.title);
    boolean reporter = false;
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      Set<WordKind> kinds = lexicon.kinds(word);
      if (kinds.contains(WordKind.ROLE_ANCHOR)
          || kinds.contains(WordKind.ANCHOR)
          || kinds.contains(WordKind.ANCHOR_FEMALE)) {
        return Speaker.ANCHOR;
      }
      if (kinds.contains(WordKind.ROLE_REPORT)) {
        return Speaker.REPORT;
      }
      reporter |=
          kinds.contains(WordKind.ROLE_REPORTER)
              || kinds.contains(WordKind.REPORTER)
              || kinds.contains(WordKind.LIVE_REPORTER);
    }
    return reporter && draft.gender == null ? Speaker.REPORTER : null;
  }

  private boolean isAsker(String name) {
    boolean writer = name.charAt(0) < '\u0250' && lexicon.has(WordKind.SELF, name);
    if (writer || survey.isCredited(name)) {
      return true;
    }
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return lexicon.has(WordKind.OUTLET, last)
        || (name.indexOf(' ') < 0
            && name.charAt(0) > '\u0250'
            && lexicon.ends(WordKind.OUTLET, name))
        || lexicon.ends(WordKind.ASKER, name);
  }

  private @Nullable String host(List<String> open, Map<String, List<Draft>> people) {
    String named = opener(open, people);
    if (named != null) {
      return named;
    }
    String best = null;
    double bestShare = 0.5;
    for (String person : open) {
      List<Draft> drafts = people.getOrDefault(person, List.of());
      if (isAnonymous(person)) {
        continue;
      }
      int asked = 0;
      for (Draft draft : drafts) {
        asked += Sentences.asks(draft.text()) ? 1 : 0;
      }
      double share = (double) asked / drafts.size();
      if (share > bestShare
          || (share == bestShare && best == null && asked > 0 && !isNumbered(person))) {
        best = person;
        bestShare = share;
      }
    }
    String first = open.getFirst();
    return best != null || isAnonymous(first) || isNumbered(first) ? best : first;
  }

  /** Whether only a number tells a label from others: it says nothing of who hosts. */
  private static boolean isNumbered(String person) {
    String printed = person.replace(")", "");
    return !printed.isEmpty() && Character.isDigit(printed.charAt(printed.length() - 1));
  }

  private boolean isAnonymous(String person) {
    String printed = person.replace("(", "");
    return lexicon.has(WordKind.ANONYMOUS, printed.split(" ")[0]);
  }

  /** Who speaks before everybody and says their own name in the first words; null if nobody. */
  private @Nullable String opener(List<String> open, Map<String, List<Draft>> people) {
    String first = people.keySet().iterator().next();
    String words = people.getOrDefault(first, List.of()).getFirst().text();
    boolean named =
        lexicon.texts(WordKind.SELF_NAMED).stream().anyMatch(end -> words.contains(first + end));
    return open.contains(first) && named ? first : null;
  }

  private static void set(List<Draft> drafts, Speaker role) {
    for (Draft draft : drafts) {
      boolean reports = role == Speaker.REPORTER || role == Speaker.REPORT;
      boolean tape = draft.style == Style.PACKAGE || draft.block.taped;
      draft.speaker = reports && (tape || role == Speaker.REPORT) ? Speaker.REPORT : role;
      if (reports) {
        boolean taken = draft.style != null && draft.style != Style.PACKAGE;
        draft.style =
            taken ? draft.style : draft.speaker == Speaker.REPORT ? Style.PACKAGE : Style.LIVE;
      } else if (draft.style == Style.PACKAGE || draft.style == Style.LIVE) {
        draft.style = null;
      }
    }
  }
}
