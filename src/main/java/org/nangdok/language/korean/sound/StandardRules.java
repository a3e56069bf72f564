package org.nangdok.language.korean.sound;

import static org.nangdok.language.korean.sound.Hangul.NONE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of the Standard Pronunciation in the order in which they feed each other. */
final class StandardRules {

  /** Precedence: a rule sees what the rules before it left. */
  static final List<SoundRule> IN_ORDER =
      List.of(
          StandardRules::writtenUi,
          StandardRules::insertion,
          StandardRules::linkingSiot,
          StandardRules::palatalisation,
          StandardRules::finalHieut,
          StandardRules::initialHieut,
          StandardRules::markedTensing,
          StandardRules::verbClusters,
          StandardRules::lexicalLinking,
          StandardRules::linking,
          StandardRules::obstruentTensing,
          StandardRules::neutralisation,
          StandardRules::initialRieul,
          StandardRules::lateral,
          StandardRules::nasal,
          StandardRules::glides);

  /** The nouns in ㄺ; all other syllables in ㄺ are stems of verbs and adjectives. */
  private static final String NOUNS_IN_RG = "닭흙칡슭삵";

  private StandardRules() {}

  /** 항 5 다만 3: ㅢ after a written consonant is ㅣ. */
  private static @Nullable String writtenUi(Syllable left, @Nullable Syllable right) {
    if (left.vowel != 'ㅢ' || left.onset == 'ㅇ') {
      return null;
    }
    left.vowel = 'ㅣ';
    return "sp05.3";
  }

  /** 항 29: ㄴ between a consonant and 이, 야, 여, 요, 유 of a new morpheme. */
  private static @Nullable String insertion(Syllable left, @Nullable Syllable right) {
    if (right == null || right.insertion() == null || !left.hasCoda() || !right.startsWithVowel()) {
      return null;
    }
    right.onset = 'ㄴ';
    return left.coda == 'ㄹ' ? right.insertion() + "b1" : right.insertion();
  }

  /** 항 30: linking ㅅ is heard as tension, and as ㄴ before ㄴ and ㅁ. */
  private static @Nullable String linkingSiot(Syllable left, @Nullable Syllable right) {
    if (right == null || !left.isLinking() || left.coda != 'ㅅ') {
      return null;
    }
    if (Consonants.isLenis(right.onset)) {
      left.coda = NONE;
      right.onset = Consonants.tensed(right.onset);
      return "sp30.1";
    }
    if (right.onset == 'ㄴ' || right.onset == 'ㅁ') {
      left.coda = 'ㄴ';
      return right.insertion() == null ? "sp30.2" : "sp30.3";
    }
    return null;
  }

  /** 항 17: ㄷ, ㅌ before 이 and 히 of a particle or suffix. */
  private static @Nullable String palatalisation(Syllable left, @Nullable Syllable right) {
    if (right == null
        || right.before().isLexical()
        || !(right.vowel == 'ㅣ' || right.vowel == 'ㅕ')) {
      return null;
    }
    if (right.onset == 'ㅇ' && (left.coda == 'ㄷ' || left.coda == 'ㅌ' || left.coda == 'ㄾ')) {
      right.onset = left.coda == 'ㄷ' ? 'ㅈ' : 'ㅊ';
      left.coda = Consonants.firstOf(left.coda);
      return "sp17";
    }
    if (right.onset == 'ㅎ' && left.coda == 'ㄷ') {
      right.onset = 'ㅊ';
      left.coda = NONE;
      return "sp17";
    }
    return null;
  }

  /** 항 12 1, 2, 3 and 4: ㅎ of a coda. */
  private static @Nullable String finalHieut(Syllable left, @Nullable Syllable right) {
    if (right == null || !(left.coda == 'ㅎ' || left.coda == 'ㄶ' || left.coda == 'ㅀ')) {
      return null;
    }
    char rest = Consonants.firstOf(left.coda);
    int aspirate = "ㄱㄷㅈ".indexOf(right.onset);
    if (aspirate >= 0) {
      right.onset = "ㅋㅌㅊ".charAt(aspirate);
      left.coda = rest;
      return "sp12.1";
    }
    if (right.onset == 'ㅅ') {
      right.onset = 'ㅆ';
      left.coda = rest;
      return "sp12.2";
    }
    if (right.onset == 'ㄴ') {
      left.coda = rest == NONE ? 'ㄴ' : rest;
      return "sp12.3";
    }
    if (right.onset == 'ㅇ' && !right.before().isLexical()) {
      left.coda = rest;
      return "sp12.4";
    }
    return null;
  }

  /** 항 12 1 붙임: a coda and ㅎ join to an aspirate. */
  private static @Nullable String initialHieut(Syllable left, @Nullable Syllable right) {
    if (right == null || right.onset != 'ㅎ' || !left.hasCoda()) {
      return null;
    }
    boolean suffix =
        right.before() == Junction.COMPOUND
            && (left.coda == 'ㅈ' || left.coda == 'ㄵ')
            && (right.vowel == 'ㅣ' || right.vowel == 'ㅕ');
    boolean lexical = right.before().isLexical() && !suffix;
    char coda = lexical ? Consonants.neutral(left.coda) : left.coda;
    int row = "ㄱㄲㅋㄳㄺㄷㅅㅆㅊㅌㅂㅍㅄㄼㄿㅈㄵ".indexOf(coda);
    if (row < 0) {
      return null;
    }
    right.onset = "ㅋㅋㅋㅋㅋㅌㅌㅌㅌㅌㅍㅍㅍㅍㅍㅊㅊ".charAt(row);
    left.coda = coda == 'ㄺ' || coda == 'ㄼ' || coda == 'ㄵ' ? Consonants.firstOf(coda) : NONE;
    return lexical || "ㅅㅆㅊㅌ".indexOf(coda) >= 0 ? "sp12.1c" : "sp12.1b";
  }

  /** 항 24-28 and Sino-Korean tensing: onsets that the lexicon or the grammar marked. */
  private static @Nullable String markedTensing(Syllable left, @Nullable Syllable right) {
    if (right == null || right.tense() == null || !Consonants.isLenis(right.onset)) {
      return null;
    }
    right.onset = Consonants.tensed(right.onset);
    return right.tense();
  }

  /** 항 11 다만 and 항 10 다만: ㄺ before ㄱ of an ending, and 밟-. */
  private static @Nullable String verbClusters(Syllable left, @Nullable Syllable right) {
    if (right == null) {
      return null;
    }
    if (left.coda == 'ㄺ' && right.onset == 'ㄱ' && NOUNS_IN_RG.indexOf(left.written()) < 0) {
      left.coda = 'ㄹ';
      right.onset = 'ㄲ';
      return "sp11x";
    }
    if (left.written() == '밟' && left.coda == 'ㄼ' && !right.startsWithVowel()) {
      left.coda = 'ㅂ';
      return "sp10x";
    }
    return null;
  }

  /** 항 15: a coda neutralises before a lexical morpheme that begins with a vowel. */
  private static @Nullable String lexicalLinking(Syllable left, @Nullable Syllable right) {
    if (right == null
        || !right.startsWithVowel()
        || !right.before().isLexical()
        || left.coda == Consonants.neutral(left.coda)) {
      return null;
    }
    left.coda = Consonants.neutral(left.coda);
    return "sp15";
  }

  /** 항 13 and 14: a coda moves to a syllable without onset. */
  private static @Nullable String linking(Syllable left, @Nullable Syllable right) {
    if (right == null || !right.startsWithVowel() || !left.hasCoda() || left.coda == 'ㅇ') {
      return null;
    }
    char rest = Consonants.firstOf(left.coda);
    right.onset = Consonants.linkOf(left.coda);
    left.coda = "ㄶㅀ".indexOf(left.coda) >= 0 ? NONE : rest;
    return rest == NONE ? "sp13" : "sp14";
  }

  /** 항 23: after an obstruent coda every lenis onset is tense. */
  private static @Nullable String obstruentTensing(Syllable left, @Nullable Syllable right) {
    if (right == null || !Consonants.isObstruent(left.coda) || !Consonants.isLenis(right.onset)) {
      return null;
    }
    right.onset = Consonants.tensed(right.onset);
    return "sp23";
  }

  /** 항 9, 10 and 11: seven codas. */
  private static @Nullable String neutralisation(Syllable left, @Nullable Syllable right) {
    char neutral = Consonants.neutral(left.coda);
    if (neutral == left.coda) {
      return null;
    }
    String rule =
        switch (left.coda) {
          case 'ㄳ', 'ㄵ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㅄ', 'ㄶ', 'ㅀ' -> "sp10";
          case 'ㄺ', 'ㄻ', 'ㄿ' -> "sp11";
          default -> "sp09";
        };
    left.coda = neutral;
    return rule;
  }

  /** 항 19 and 항 20 다만: ㄹ after other consonants than ㄴ and ㄹ is ㄴ. */
  private static @Nullable String initialRieul(Syllable left, @Nullable Syllable right) {
    if (right == null || right.onset != 'ㄹ' || !left.hasCoda() || left.coda == 'ㄹ') {
      return null;
    }
    if (left.coda == 'ㄴ') {
      if (right.nasal() == null) {
        return null;
      }
      right.onset = 'ㄴ';
      return right.nasal();
    }
    right.onset = 'ㄴ';
    return left.coda == 'ㅁ' || left.coda == 'ㅇ' ? "sp19" : "sp19b";
  }

  /** 항 20: ㄴ beside ㄹ is ㄹ. */
  private static @Nullable String lateral(Syllable left, @Nullable Syllable right) {
    if (right == null) {
      return null;
    }
    if (left.coda == 'ㄴ' && right.onset == 'ㄹ') {
      left.coda = 'ㄹ';
      return "sp20";
    }
    if (left.coda == 'ㄹ' && right.onset == 'ㄴ') {
      right.onset = 'ㄹ';
      return "sp20";
    }
    return null;
  }

  /** 항 18: obstruent codas are nasal before ㄴ and ㅁ. */
  private static @Nullable String nasal(Syllable left, @Nullable Syllable right) {
    if (right == null || !(right.onset == 'ㄴ' || right.onset == 'ㅁ')) {
      return null;
    }
    int row = "ㄱㄷㅂ".indexOf(left.coda);
    if (row < 0) {
      return null;
    }
    left.coda = "ㅇㄴㅁ".charAt(row);
    return right.before() == Junction.WORD ? "sp18b" : "sp18";
  }

  /** 항 5 다만 1: 져, 쪄, 쳐 have no glide. */
  private static @Nullable String glides(Syllable left, @Nullable Syllable right) {
    if ("ㅈㅉㅊ".indexOf(left.onset) < 0) {
      return null;
    }
    int row = "ㅑㅕㅛㅠㅒㅖ".indexOf(left.vowel);
    if (row < 0) {
      return null;
    }
    left.vowel = "ㅏㅓㅗㅜㅐㅔ".charAt(row);
    return "sp05.1";
  }
}
