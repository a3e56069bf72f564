package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.reading.Segments.Segment;

class SegmentsTest {

  @Test
  void piecesAreTwoToSixSecondsAndStayWhenMoreIsMade() {
    var random = new Random(6);
    for (int round = 0; round < 50; round++) {
      List<Timeline.Span> spans = new ArrayList<>();
      long start = 0;
      List<Segment> before = List.of();
      for (int i = 0; i < 40; i++) {
        int frames = random.nextInt(8) == 0 ? random.nextInt(900) : random.nextInt(150);
        var span = new Timeline.Span(i, start, frames * Mp3Frames.MILLIS, random.nextInt(30));
        spans.add(span);
        start = span.end();
        List<Segment> now = Segments.of(new Timeline(spans, false));
        assertThat(now.subList(0, before.size())).isEqualTo(before);
        assertThat(now).allSatisfy(s -> assertThat(s.millis()).isBetween(1990L, 6000L));
        before = now;
      }
      List<Segment> whole = Segments.of(new Timeline(spans, true));
      assertThat(whole.getFirst().from()).isZero();
      assertThat(whole.getLast().to()).isEqualTo(start / Mp3Frames.MILLIS);
      for (int i = 1; i < whole.size(); i++) {
        assertThat(whole.get(i).from()).isEqualTo(whole.get(i - 1).to());
      }
    }
  }

  @Test
  void nothingIsListedBeforeTheFirstPieceIsWhole() {
    var span = new Timeline.Span(0, 0, 960, 4);
    assertThat(Segments.of(new Timeline(List.of(span), false))).isEmpty();
    assertThat(Segments.of(new Timeline(List.of(span), true))).containsExactly(new Segment(0, 44));
  }
}
