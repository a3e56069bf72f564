package org.nangdok.language.korean.loan;

import java.util.List;
import java.util.Map;

/** One word on its way from English phones to Hangul. */
final class Transcription {

  private static final Map<String, Character> ONSETS =
      Map.ofEntries(
          Map.entry("p", 'ㅍ'),
          Map.entry("t", 'ㅌ'),
          Map.entry("k", 'ㅋ'),
          Map.entry("b", 'ㅂ'),
          Map.entry("d", 'ㄷ'),
          Map.entry("g", 'ㄱ'),
          Map.entry("f", 'ㅍ'),
          Map.entry("v", 'ㅂ'),
          Map.entry("T", 'ㅅ'),
          Map.entry("D", 'ㄷ'),
          Map.entry("s", 'ㅅ'),
          Map.entry("z", 'ㅈ'),
          Map.entry("S", 'ㅅ'),
          Map.entry("Z", 'ㅈ'),
          Map.entry("tS", 'ㅊ'),
          Map.entry("dZ", 'ㅈ'),
          Map.entry("h", 'ㅎ'),
          Map.entry("m", 'ㅁ'),
          Map.entry("n", 'ㄴ'),
          Map.entry("l", 'ㄹ'),
          Map.entry("r", 'ㄹ'),
          Map.entry("N", 'ㅇ'));

  /** Vowels behind which -er is heard before -ing. */
  private static final List<String> ROUND_ING = List.of("E", "I", "i", "AI", "U", "O", "{");

  private final String word;
  private final List<String> phones;
  private final List<String> letters;
  private final Syllables syllables = new Syllables();
  private int at;
  private int vowel;

  Transcription(String word, List<String> phones) {
    this.word = word;
    // An American flap is still a t: thirty 서티.
    this.phones =
        word.indexOf('d') >= 0
            ? phones
            : phones.stream().map(phone -> phone.equals("d") ? "t" : phone).toList();
    int vowels = (int) phones.stream().filter(LoanwordSpelling::isVowel).count();
    letters = VowelLetters.of(word, vowels);
  }

  String hangul() {
    while (at < phones.size()) {
      String phone = phones.get(at);
      if (LoanwordSpelling.isVowel(phone)) {
        vowel('ㅇ', "");
      } else if (phone.equals("j") || phone.equals("w")) {
        glide(phone.equals("w") && at == 0 && word.startsWith("wh") ? 'ㅎ' : 'ㅇ', phone);
      } else if (isVowel(at + 1) && !phone.equals("N")) {
        onset(phone, "");
      } else if ((is("j", at + 1) || is("w", at + 1) && "gkh".contains(phone)) && isVowel(at + 2)) {
        onset(phone, phones.get(at + 1));
      } else {
        consonant(phone);
      }
    }
    return syllables.toString();
  }

  private void onset(String phone, String glide) {
    at++;
    char onset = ONSETS.getOrDefault(phone, 'ㅇ');
    if (phone.equals("l") && syllables.endsOpen()) {
      syllables.coda('ㄹ');
    }
    String heard = phone.equals("S") ? "j" : glide;
    if (glide.equals("j") && "dln".contains(phone) && isReduced(at + 1) && !isSpelledU()) {
      at++;
      syllables.add(onset, "ㅣ");
      vowel('ㅇ', "");
    } else if (glide.isEmpty()) {
      heard = isUSpelled(phone) ? "j" : heard;
      vowel(onset, heard);
    } else {
      glide(onset, glide);
    }
  }

  /** American [u] behind n, t, d, s is [ju] in the tradition of the rules: news, tube, student. */
  private boolean isUSpelled(String phone) {
    String spelled = vowel < letters.size() ? letters.get(vowel) : "";
    return "ntdsz".contains(phone)
        && (phones.get(at).equals("u") || phones.get(at).equals("U"))
        && (spelled.startsWith("u") || spelled.startsWith("e"));
  }

  private boolean isSpelledU() {
    return vowel < letters.size() && letters.get(vowel).equals("u");
  }

  private void glide(char onset, String glide) {
    if (phones.get(at).equals(glide)) {
      at++;
    }
    if (!isVowel(at)) {
      syllables.add(onset, glide.equals("w") ? "ㅜ" : "ㅣ");
      return;
    }
    vowel(onset, glide);
  }

  private void vowel(char onset, String glide) {
    String phone = phones.get(at);
    String spelled = letters.get(vowel++);
    boolean last = at + 1 == phones.size();
    String hangul = LoanwordVowels.of(phone, spelled, last);
    hangul = Endings.vowel(word, phone, hangul, vowel == 1, phones.size() - at);
    hangul = inContext(phone, spelled, hangul, glide);
    hangul =
        switch (glide) {
          case "j" -> LoanwordVowels.afterJ(hangul);
          case "w" -> LoanwordVowels.afterW(hangul);
          default -> hangul;
        };
    boolean tower = phone.equals("aU") && isReduced(at + 1);
    boolean full = isFullU(spelled);
    at += full ? 2 : 1;
    // module 모듈: the d that English says as a j
    boolean du = onset == 'ㅈ' && spelled.equals("u") && is("l", at) && word.contains("du");
    syllables.add(du ? 'ㄷ' : onset, tower ? hangul.substring(0, 1) : du ? "ㅠ" : hangul);
    if (tower) {
      vowel('ㅇ', "w");
    } else {
      afterVowel(phone, spelled);
    }
  }

  /** Vowels that a neighbour changes: quality 퀄, character 캐릭터, formula 뮬. */
  private String inContext(String phone, String spelled, String hangul, String glide) {
    if (glide.equals("w") && phone.equals("A") && spelled.endsWith("a")) {
      return "ㅓ";
    }
    if (phone.equals("r=") && spelled.equals("o") && at + 1 < phones.size() && glide.isEmpty()) {
      return word.matches(".*or(?:ist|ism|ing|ed|s|ship|less)s?") && vowel >= letters.size() - 1
          ? "ㅓ"
          : "ㅗ";
    }
    if (vowel == 1
        && phone.equals("E")
        && spelled.endsWith("a")
        && is("r", at + 1)
        && isVowel(at + 2)) {
      return "ㅐ";
    }
    if (phone.equals("@") && spelled.endsWith("i")) {
      return "ㅣ";
    }
    if (isInnerE(phone, spelled)) {
      return "ㅣ";
    }
    if (isFullU(spelled)) {
      return "ㅜ";
    }
    return glide.equals("j") && phone.equals("@") && spelled.equals("u") ? "ㅜ" : hangul;
  }

  /** A reduced u before another vowel keeps its letter: visual 비주얼, actuator 액추에이터. */
  private boolean isFullU(String spelled) {
    return is("@", at) && is("w", at + 1) && spelled.equals("u");
  }

  /** A reduced e before one consonant and a vowel: elevator 엘리베이터, comedy 코미디. */
  private boolean isInnerE(String phone, String spelled) {
    return phone.equals("@")
        && spelled.equals("e")
        && vowel > 1
        && vowel < letters.size()
        && !is("l", at + 1)
        && !isVowel(at - 1)
        && isVowel(at + 2)
        && !(is("n", at + 1) && isIng(at + 2));
  }

  private boolean isReduced(int index) {
    return is("@", index) || is("r=", index);
  }

  /** What [r] leaves behind a vowel where no vowel follows: 케어, 이어, 파이어, 스토어. */
  private void afterVowel(String phone, String spelled) {
    if (phone.equals("r=")) {
      if (isVowel(at)) {
        vowel('ㄹ', "");
      }
      return;
    }
    if (is("r", at) && isIng(at + 1) && ROUND_ING.contains(phone) && hasRoundStem()) {
      syllables.add('ㅇ', "ㅓ"); // scoring 스코어링, engineering 엔지니어링
      return;
    }
    if (!is("r", at) || isVowel(at + 1)) {
      return;
    }
    boolean last = at + 1 == phones.size();
    boolean open = phone.equals("O") && last && word.matches(".*(?:ore|oor|oar)");
    boolean glides = List.of("E", "{", "I", "i", "EI", "AI").contains(phone);
    if (open || glides || last && (phone.equals("U") || phone.equals("u"))) {
      syllables.add('ㅇ', "ㅓ");
    }
    at++;
  }

  private boolean isIng(int index) {
    return is("I", index) && is("N", index + 1) && index + 2 == phones.size();
  }

  private boolean hasRoundStem() {
    return word.matches(".+(?:[ae]er|ear|air|eir|[^aeiou](?:a|i|y|co|to|lo)r|our)ing");
  }

  private void consonant(String phone) {
    at++;
    if (phone.equals("k") && is("S", at) && at >= 2 && is("N", at - 2)) {
      return; // function 펑션
    }
    switch (phone) {
      case "m" -> syllables.coda('ㅁ');
      case "n" -> syllables.coda('ㄴ');
      case "N" -> syllables.coda('ㅇ');
      case "l" -> lateral();
      case "r" -> syllables.add('ㄹ', "ㅡ");
      case "S" -> syllables.add('ㅅ', at == phones.size() ? "ㅣ" : "ㅠ");
      case "tS", "dZ", "Z" -> syllables.add(ONSETS.getOrDefault(phone, 'ㅈ'), "ㅣ");
      default -> obstruent(phone);
    }
  }

  /** 제6항: a coda; doubled before a nasal that no vowel follows (필름). */
  private void lateral() {
    syllables.coda('ㄹ');
    if ((is("m", at) || is("n", at)) && !isVowel(at + 1)) {
      syllables.add('ㄹ', "ㅡ");
    }
  }

  /** 제1항 to 제4항: a stop behind a short vowel is a coda, everything else gets ㅡ. */
  private void obstruent(String phone) {
    char onset = ONSETS.getOrDefault(phone, 'ㅎ');
    if ((phone.equals("t") && is("s", at) || phone.equals("d") && is("z", at))
        && at + 1 == phones.size()) {
      at++;
      syllables.add(phone.equals("t") ? 'ㅊ' : 'ㅈ', "ㅡ");
      return;
    }
    if (LoanwordSpelling.isVoicelessStop(phone) && isBehindShortVowel() && !opens(at)) {
      syllables.coda(phone.equals("p") ? 'ㅂ' : phone.equals("t") ? 'ㅅ' : 'ㄱ');
      return;
    }
    syllables.add(onset, "ㅡ");
  }

  private boolean isBehindShortVowel() {
    return at >= 2
        && isVowel(at - 2)
        && LoanwordVowels.isShort(phones.get(at - 2), letters.get(vowel - 1));
  }

  /** Whether a liquid, a nasal or a glide follows, before which a stop gets ㅡ. */
  private boolean opens(int index) {
    return index < phones.size()
        && List.of("l", "r", "m", "n", "w", "j").contains(phones.get(index));
  }

  private boolean isVowel(int index) {
    return index < phones.size() && LoanwordSpelling.isVowel(phones.get(index));
  }

  private boolean is(String phone, int index) {
    return index < phones.size() && phones.get(index).equals(phone);
  }
}
