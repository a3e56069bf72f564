package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.script.writer.ScriptWriter;

/** Interviews that only the page's type divides into questions and answers. */
class PrintedInterviewTest {

  private static final String INTRO =
      "Nadia Quill has kept the lighthouse of Stern Rock for thirty years, longer than anybody"
          + " before her. We met her on the last evening before the lamp goes automatic.";

  @Test
  void boldQuestionsAndPlainAnswersAreTwoPeople() {
    Script script =
        of(
            "<p>" + INTRO + "</p>",
            "<p><strong>When did you first climb the tower?</strong></p>",
            "<p>I was seven, and my uncle carried the oil. It smelled of fish and of paint, and I"
                + " thought that everybody's uncle had a tower.</p>",
            "<p><b>Were you never lonely?</b></p>",
            "<p>People always ask me that. A lamp is company, and so is the radio in winter.</p>",
            "<p>But there was one January when no boat came for five weeks.</p>",
            "<p><strong>Tell me about that January.</strong></p>",
            "<p>We ate oats. I read the almanac twice, from the tides to the advertisements.</p>",
            "<p><strong>What will you do now?</strong></p>",
            "<p>Sleep through a whole night, which I have not done since I was young.</p>",
            "<p><em>This conversation has been shortened.</em></p>");
    assertThat(script.turns())
        .extracting(Turn::speaker)
        .containsExactly(
            Speaker.NARRATOR, // headline
            Speaker.NARRATOR,
            Speaker.QUESTION,
            Speaker.ANSWER,
            Speaker.QUESTION,
            Speaker.ANSWER,
            Speaker.QUESTION,
            Speaker.ANSWER,
            Speaker.QUESTION,
            Speaker.ANSWER,
            Speaker.NARRATOR);
    assertThat(script.turns().get(5).text()).contains("company").contains("five weeks");
    assertThat(script.turns()).extracting(Turn::text).contains("Tell me about that January.");
  }

  @Test
  void questionsSetAsHeadingsAreTheSame() {
    Script script =
        of(
            "<p>정나루 씨는 삼십 년째 등대를 지키고 있다. 불이 자동으로 바뀌기 전날 저녁 그를 만났다.</p>",
            "<h3>등대에는 언제 처음 올라갔습니까?</h3>",
            "<p>저는 일곱 살이었어요. 삼촌이 기름통을 들고 앞장섰고 계단에서는 생선 냄새가 났습니다.</p>",
            "<h3>외롭지는 않았나요?</h3>",
            "<p>다들 그걸 물어요. 불빛이 친구였고 겨울에는 라디오가 있었죠. 저한테는 그걸로 충분했어요.</p>",
            "<h3>이제 무엇을 하실 건가요?</h3>",
            "<p>하룻밤을 푹 자 보고 싶어요. 젊었을 때부터 그래 본 적이 없거든요.</p>");
    assertThat(script.turns())
        .extracting(Turn::speaker)
        .containsExactly(
            Speaker.NARRATOR, // headline
            Speaker.NARRATOR,
            Speaker.QUESTION,
            Speaker.ANSWER,
            Speaker.QUESTION,
            Speaker.ANSWER,
            Speaker.QUESTION,
            Speaker.ANSWER);
  }

  @Test
  void explanationsWithBoldQuestionsStayWithTheNarrator() {
    Script script =
        of(
            "<p>The new ferry timetable starts on Monday. Here is what passengers should know.</p>",
            "<p><strong>When does the first boat leave?</strong></p>",
            "<p>At ten past six, from the northern pier. The second follows forty minutes later.</p>",
            "<p><strong>Can I take my bicycle?</strong></p>",
            "<p>Yes, for two crowns. “I will take mine every day,” said one passenger.</p>",
            "<p><strong>What happens in a storm?</strong></p>",
            "<p>The harbour office decides at five in the morning and says so by radio.</p>");
    assertThat(script.turns()).extracting(Turn::speaker).containsOnly(Speaker.NARRATOR);
  }

  private static Script of(String... blocks) {
    return new ScriptWriter().write(article(blocks));
  }

  private static Article article(String... blocks) {
    String html =
        "<html><head><title>The last keeper</title></head><body><article><h1>The last keeper</h1>"
            + String.join("", blocks)
            + "</article></body></html>";
    return new ArticleExtractor().fromHtml(html, "https://harbour.example/keeper");
  }
}
