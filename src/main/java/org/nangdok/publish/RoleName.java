package org.nangdok.publish;

/** What a speaker is called who has no name: the role, in the article's language. */
public final class RoleName {

  private RoleName() {}

  /**
   * The name of a role.
   *
   * @param code the role's code, such as {@code reporter}
   * @param language BCP 47 tag; Korean, or English for every other one
   * @return the code itself for a role that isn't known
   */
  public static String of(String code, String language) {
    boolean korean = language.equals("ko") || language.startsWith("ko-");
    return switch (code) {
      case "anchor" -> korean ? "앵커" : "Anchor";
      case "reporter" -> korean ? "기자" : "Reporter";
      case "report" -> korean ? "리포트" : "Report";
      case "interview" -> korean ? "인터뷰" : "Interview";
      case "question" -> korean ? "질문" : "Question";
      case "answer" -> korean ? "답변" : "Answer";
      case "narrator" -> korean ? "낭독" : "Narrator";
      default -> code;
    };
  }
}
