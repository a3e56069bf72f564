package org.nangdok.language.korean.signs;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters of Hangul that stand alone, by their names (한글 맞춤법 제4항); rows of those that picture
 * laughter or tears stay.
 */
final class Jamo implements Speller {

  private static final String FEELINGS = "ㅋㅎㅠㅜㅡ";
  private static final Map<Character, String> NAMES = new HashMap<>();

  static {
    String consonants = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    String[] names = ("기역 쌍기역 니은 디귿 쌍디귿 리을 미음 비읍 쌍비읍 시옷 쌍시옷 이응 지읒 쌍지읒 치읓 키읔 티읕 피읖 히읗").split(" ");
    for (int i = 0; i < names.length; i++) {
      NAMES.put(consonants.charAt(i), names[i]);
    }
    String vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    String sounds = "아애야얘어에여예오와왜외요우워웨위유으의이";
    for (int i = 0; i < vowels.length(); i++) {
      NAMES.put(vowels.charAt(i), sounds.substring(i, i + 1));
    }
    String clusters = "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ";
    String[] parts = {"ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"};
    for (int i = 0; i < parts.length; i++) {
      NAMES.put(clusters.charAt(i), NAMES.get(parts[i].charAt(0)) + NAMES.get(parts[i].charAt(1)));
    }
    NAMES.put('ㆍ', "아래아");
    NAMES.put('ㆆ', "여린히읗");
    NAMES.put('ㅿ', "반치음");
    NAMES.put('ㆁ', "옛이응");
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    int end = at;
    boolean feelings = true;
    while (end < text.length() && NAMES.containsKey(text.charAt(end))) {
      feelings &= FEELINGS.indexOf(text.charAt(end)) >= 0;
      end++;
    }
    if (end == at || feelings && end - at > 1) {
      return end == at ? null : new Respelled.Change("emoticon", at, end, " ");
    }
    var spoken = new StringBuilder();
    for (int i = at; i < end; i++) {
      spoken.append(NAMES.get(text.charAt(i)));
    }
    return new Respelled.Change("letter", at, end, spoken.toString());
  }
}
