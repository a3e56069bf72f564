package org.nangdok.fault;

/** Texts of our own, as long as a test needs them. */
final class Articles {

  private Articles() {}

  /** A Korean article whose sentences occur in no other article of another name. */
  static String of(String name, int sentences) {
    var text = new StringBuilder(name).append(" 마을의 새 소식\n\n");
    for (int i = 1; i <= sentences; i++) {
      text.append(name).append(" 마을 사람들이 ").append(i).append("번째 사과나무를 언덕 위에 심고 함께 물을 주었습니다.\n");
    }
    return text.toString();
  }
}
