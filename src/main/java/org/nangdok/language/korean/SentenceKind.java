package org.nangdok.language.korean;

import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;

/** What kind of sentence a Korean sentence is, from its signs, endings and question words. */
final class SentenceKind {

  private static final Pattern QUESTION_WORD =
      Pattern.compile("(?:누구|누가|무엇|무슨|뭐|뭘|뭔|어디|언제|왜|어떻게|어떤|어느|얼마|몇|어째서|어찌).*");
  private static final Pattern QUESTION_ENDING =
      Pattern.compile(".*(?:습니까|ㅂ니까|니까|을까요?|ㄹ까요?|까요|나요|는가요?|은가요|던가요?|느냐|으냐|겠냐)");
  private static final Pattern REASON = Pattern.compile(".*(?:으니까|하니까|이니까|되니까|보니까)");

  private SentenceKind() {}

  static Reading.Kind of(String sentence, List<SpokenWord> words) {
    String end = sentence.length() > 8 ? sentence.substring(sentence.length() - 8) : sentence;
    String last = words.isEmpty() ? "" : words.getLast().spoken();
    boolean asks =
        end.contains("?")
            || end.contains("？")
            || QUESTION_ENDING.matcher(last).matches() && !REASON.matcher(last).matches();
    if (asks) {
      boolean open =
          words.stream().anyMatch(word -> QUESTION_WORD.matcher(word.spoken()).matches());
      return open ? Reading.Kind.WH_QUESTION : Reading.Kind.YES_NO_QUESTION;
    }
    return end.contains("!") || end.contains("！")
        ? Reading.Kind.EXCLAMATION
        : Reading.Kind.STATEMENT;
  }
}
