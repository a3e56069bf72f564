package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** The number of a court case (사건번호, 법원재판사무 처리규칙): {@code 2024고합123}, {@code 2022헌바45}. */
final class CaseNumber implements WrittenForm {

  private static final Pattern CASE =
      Pattern.compile(
          "((?:19|20)\\d\\d) ?((?:고합|고단|고정|고약|가합|가단|가소|헌[가나다라마바사아]|구합|구단|드합|드단"
              + "|카합|카단|카기|초기|초재|재고합|재고단|재노|재다|전도|감노|즈합|즈단|회합|회단|하합|하단"
              + "|타경|차전|머|노|도|나|다|누|두|르|므|모|로|라|마|스|으))(\\d{1,7})(?![\\d.,])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher number = writing.match(CASE, at);
    if (number == null || writing.isDigit(at - 1)) {
      return null;
    }
    String spoken =
        Numerals.sino(number.group(1))
            + " "
            + number.group(2)
            + " "
            + Numerals.sino(number.group(3));
    return Match.words("case number", at, number.end(), spoken, Role.NUMBER);
  }
}
