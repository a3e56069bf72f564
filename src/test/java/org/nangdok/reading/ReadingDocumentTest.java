package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nangdok.library.StoredPlan;
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
}
