package org.nangdok.script.line;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.Who;
import org.nangdok.script.person.WhoReader;

/**
 * Names behind the letters that mark questions and answers: {@code A. 나다솜: 봄입니다.} They are names
 * where most marks have one.
 */
final class MarkNames {

  private static final int LONGEST = 12;
  private static final int MOST_WORDS = 3;
  private static final int FEWEST = 2;

  private final Lexicon lexicon;
  private final WhoReader reader;
  private final boolean used;

  MarkNames(List<SourceLine> lines, QuestionMarks marks, Lexicon lexicon, WhoReader reader) {
    this.lexicon = lexicon;
    this.reader = reader;
    int marked = 0;
    int named = 0;
    for (SourceLine line : lines) {
      QuestionMarks.Mark mark = marks.letter(line.text(), 0);
      marked += mark == null ? 0 : 1;
      named += mark != null && prefix(line.text(), mark.speech()) != null ? 1 : 0;
    }
    this.used = named >= FEWEST && named * 2 >= marked;
  }

  /** The name that words behind a mark begin with; null if they begin with none. */
  @Nullable Prefix at(String text, int position) {
    return used ? prefix(text, position) : null;
  }

  /** Whom such a name names. */
  Who who(Prefix prefix) {
    Who who = reader.read(prefix.raw());
    return who.name() == null ? who.withName(prefix.raw()).withTitle(null) : who;
  }

  private @Nullable Prefix prefix(String text, int position) {
    Prefix prefix = position < text.length() ? Prefix.at(text, position, lexicon) : null;
    if (prefix == null || !prefix.isColon() || prefix.speech() >= text.length()) {
      return null;
    }
    String raw = prefix.raw();
    Set<WordKind> kinds = lexicon.kinds(raw);
    boolean field =
        kinds.contains(WordKind.FIELD)
            || kinds.contains(WordKind.CREDIT)
            || kinds.contains(WordKind.CONTACT);
    boolean name =
        raw.length() <= LONGEST
            && raw.split("\\s+").length <= MOST_WORDS
            && !Character.isLowerCase(raw.charAt(0))
            && !Sentences.ends(raw);
    return name && !field ? prefix : null;
  }
}
