package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nangdok.library.StoredPlan;
import org.nangdok.script.Explanation;
import tools.jackson.databind.json.JsonMapper;

class ReadingDocumentTest {

  private final ReadingDocument documents = new ReadingDocument();

  @Test
  void whatIsKeptIsRead() {
    var plan = Utterances.plan("kept", "One house.", "Two doors.");
    var left = new SentenceState.Skipped("speech.failed", "It was left out.");

    assertThat(documents.plan(documents.write(plan).content())).isEqualTo(plan);
    assertThat(documents.write(plan).clips()).hasSize(2 * StoredPlan.KEY);
    assertThat(documents.skipped(documents.states(List.of(SentenceState.WAITING, left))))
        .isEqualTo(Map.of(1, left));
  }

  /** Deliveries had no volume before SSML was read. */
  @Test
  void whatAnEarlierVersionKeptIsRead() {
    var plan = Utterances.plan("kept", "One house.", "Two doors.");
    String now = JsonMapper.shared().writeValueAsString(new ReadingDocument.Kept(plan, Map.of()));
    String before = now.replace(",\"volume\":0.0", "");
    assertThat(before).isNotEqualTo(now);
    assertThat(documents.read(before).plan()).isEqualTo(plan);
    assertThat(documents.read(now)).isEqualTo(new ReadingDocument.Kept(plan, Map.of()));
  }

  /** Why somebody speaks wasn't kept at first. */
  @Test
  void whySomebodySpeaksIsKeptAndMayBeMissing() {
    var plan = Utterances.plan("kept", "One house.");
    var weighed = new Explanation.Hypothesis("plain", 0, Map.of("doubt", -1.0));
    var found = new Explanation.Finding(0, "silent", "cue");
    var why = new Explanation("plain", 0.4, List.of(weighed), List.of(found));
    String before =
        JsonMapper.shared().writeValueAsString(new ReadingDocument.Kept(plan, Map.of()));

    assertThat(documents.plan(documents.write(plan.explained(why)).content()).explanation())
        .isEqualTo(why);
    assertThat(documents.read(before.replace(",\"explanation\":null", "")).plan()).isEqualTo(plan);
  }
}
