package org.nangdok.document.epub;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A page that names a book's makers, edition and rights, in books that don't say which page that
 * is. Such a page is short and made of its own signs: the sign of copyright, a book number, the
 * sentence that reserves rights, publisher's data, addresses. One or two of them stand in other
 * texts too.
 */
final class ImprintPage {

  private static final int LONGEST = 6_000;
  private static final int LEAST = 3;

  private static final List<Pattern> SIGNS =
      List.of(
          sign("(?:©|ⓒ|\\(c\\)|copyright)\\s{0,3}(?:©|ⓒ)?.{0,60}?\\b(?:1[5-9]|20)\\d\\d"),
          sign("\\bISBN\\b|\\bISSN\\b"),
          sign(
              "all rights reserved|alle rechte vorbehalten|tous droits r[ée]serv[ée]s|todos los derechos"
                  + " reservados|todos os direitos reservados|tutti i diritti riservati|все права"
                  + " защищены|무단\\s?(?:전재|복제|배포)|저작권(?:은|자|법)|無断(?:転載|複製)|版权所有|版權所有|禁(?:无|無)断"),
          sign(
              "펴낸\\s?(?:이|곳|날)|지은이|옮긴이|발행\\s?(?:인|처|일)|출판\\s?등록|発行(?:所|者|日)|出版社|published (?:by|in)|library of"
                  + " congress|dépôt légal|verlag\\b|editorial\\b|imprint of"),
          sign(
              "(?:초판|개정판|\\d{1,3}\\s?판|\\d{1,3}\\s?쇄)|初版|第\\s?\\d{1,3}\\s?(?:刷|版)|作成日|(?:first|second|third|\\w{1,12}th)"
                  + " (?:edition|published|printing)|\\b\\w{1,12} edition\\b|auflage|printed in|ebook edition"),
          sign("https?://\\S|www\\.\\S+\\.\\w{2,}|[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w{2,}"));

  private ImprintPage() {}

  private static Pattern sign(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  static boolean isOne(Element page) {
    Element body = page.selectFirst("body");
    if (body == null) {
      return false;
    }
    String words = body.text();
    return words.length() <= LONGEST
        && SIGNS.stream().filter(sign -> sign.matcher(words).find()).count() >= LEAST;
  }
}
