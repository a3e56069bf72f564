package org.nangdok.script.line;

import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.person.WhoReader;

/** Finds labels in the middle of lines whose breaks are lost. One pass over the characters. */
final class InnerLabels {

  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_CLIP = 2000;

  private final Lexicon lexicon;
  private final Labels labels;
  private final Survey survey;

  InnerLabels(Lexicon lexicon, WhoReader reader, Survey survey) {
    this.lexicon = lexicon;
    this.labels = new Labels(lexicon, reader);
    this.survey = survey;
  }

  /** Where the next label stands after a position; the end of the text if there is none. */
  int next(String text, int from) {
    int boundary = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i > from && isLabel(text, from, i, c)) {
        return i;
      }
      if ((c == ':' || c == '：' || c == '>' || c == ')') && i > from) {
        int start = Prefix.skip(text, boundary);
        if (start > from && isPrefix(text, start, i)) {
          return start;
        }
        int word = c == '>' ? wordStart(text, i) : i;
        if (word > from && word < i && isPrefix(text, word, i)) {
          return word;
        }
      }
      boolean abbreviation = c == '.' && i > 0 && Character.isUpperCase(text.charAt(i - 1));
      if (Sentences.isStop(c) && !abbreviation || c == '"' || c == '”' || c == ']' || c == '”') {
        boundary = i + 1;
      } else if (i - boundary > LONGEST_LABEL + 40) {
        boundary = c == ' ' ? i + 1 : boundary;
      }
    }
    return text.length();
  }

  private boolean isLabel(String text, int from, int i, char c) {
    char closer = c == '&' && text.startsWith("&lt;", i) ? '>' : lexicon.closer(c);
    if (closer != 0) {
      return isBracket(text, from, i, c);
    }
    if (lexicon.has(WordKind.GLYPH, String.valueOf(c))) {
      Prefix prefix = Sentences.isBoundary(text, from, i) ? Prefix.at(text, i, lexicon) : null;
      return prefix != null && isSpeaking(prefix.raw());
    }
    QuestionForm form = survey.form();
    if (form.isAnswer(c)) {
      return isBoundary(text, from, i);
    }
    return form.isQuestion(c)
        && Sentences.isSpace(text.charAt(i - 1))
        && i + 1 < text.length()
        && !Sentences.isSpace(text.charAt(i + 1))
        && isBoundary(text, from, i);
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start <= 6 && !Sentences.isSpace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isBoundary(String text, int from, int i) {
    return Sentences.isBoundary(text, from, i);
  }

  private boolean isBracket(String text, int from, int i, char c) {
    boolean arrow = c == '◀';
    if (!arrow && !Sentences.isBoundary(text, from, i)) {
      return false;
    }
    Group group = Group.at(text, i, Math.min(text.length(), i + LONGEST_LABEL), lexicon);
    if (group != null) {
      String content = group.content(text);
      int colon = content.indexOf(':');
      String head = colon > 0 ? content.substring(0, colon) : content;
      Labels.Found found = labels.read(head);
      if (found != null) {
        return true;
      }
    }
    if (c != '[') {
      return false;
    }
    Group clip = Group.at(text, i, Math.min(text.length(), i + LONGEST_CLIP), lexicon);
    if (clip == null) {
      return false;
    }
    String content = clip.content(text);
    if (!content.isEmpty() && Quotes.opens(content.charAt(0))) {
      return true;
    }
    int colon = content.indexOf(':');
    return colon > 0
        && colon < LONGEST_LABEL + 20
        && (content.indexOf('/') > 0 || content.indexOf('"') > 0 || content.indexOf('“') > 0);
  }

  private boolean isPrefix(String text, int start, int at) {
    int end = at;
    while (end > start && Sentences.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end - start < 1 || end - start > LONGEST_LABEL) {
      return false;
    }
    char delimiter = text.charAt(at);
    String raw = text.substring(start, end);
    if (delimiter == ')' || delimiter == '>') {
      return raw.length() <= 12 && labels.read(raw) != null;
    }
    return isSpeaking(raw);
  }

  private boolean isSpeaking(String raw) {
    return raw.length() <= LONGEST_LABEL
        && !lexicon.has(WordKind.FIELD, raw)
        && (survey.isSpeaker(raw) || Part.of(lexicon.kinds(Labels.bare(raw))) != null);
  }
}
