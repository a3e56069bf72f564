package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingDocumentTest {

  /** Deliveries had no volume before SSML was read. */
  @Test
  void whatAnEarlierVersionKeptIsRead() {
    var documents = new ReadingDocument();
    var plan = Utterances.plan("kept", "One house.", "Two doors.");
    String now = documents.write(plan, List.of());
    String before = now.replace(",\"volume\":0.0", "");
    assertThat(before).isNotEqualTo(now);
    assertThat(documents.read(before).plan()).isEqualTo(plan);
    assertThat(documents.read(now)).isEqualTo(new ReadingDocument.Kept(plan, Map.of()));
  }
}
