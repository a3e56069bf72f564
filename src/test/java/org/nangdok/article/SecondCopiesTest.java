package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A second print of the text goes, wherever its lines break; repetition inside a text stays. */
class SecondCopiesTest {

  private static final List<String> TEXT =
      List.of(
          "The lamps along the river were lit on Monday evening.",
          "Children carried them from the school to the old mill.",
          "A baker gave every one of them a warm roll.",
          "The mayor counted four hundred and twelve lamps.",
          "Next year the town wants to light the far bank too.");

  private static List<String> left(List<String> lines) {
    List<String> keys = lines.stream().map(LineText::key).toList();
    List<Boolean> labels = lines.stream().map(line -> false).toList();
    var surplus = new SecondCopies(keys, labels).surplus();
    return IntStream.range(0, lines.size())
        .filter(i -> !surplus.get(i))
        .mapToObj(lines::get)
        .toList();
  }

  private static List<String> twice(List<String> copy) {
    List<String> both = new ArrayList<>(TEXT);
    both.addAll(copy);
    return both;
  }

  @Test
  void aCopyGoesWhateverItsLineBreaks() {
    assertThat(left(twice(TEXT))).isEqualTo(TEXT);
    assertThat(left(twice(List.of(String.join(" ", TEXT))))).isEqualTo(TEXT);
    List<String> wrapped =
        List.of(String.join(" ", TEXT).replaceAll("(.{30,40}) ", "$1\n").split("\n"));
    assertThat(left(twice(wrapped))).isEqualTo(TEXT);
  }

  @Test
  void aThirdCopyGoesToo() {
    List<String> three = new ArrayList<>(twice(TEXT));
    three.addAll(TEXT);
    assertThat(left(three)).isEqualTo(TEXT);
  }

  @Test
  void whatOnlyTheSecondCopyHasStays() {
    List<String> more = new ArrayList<>(TEXT);
    more.add(3, "Two of the smallest had fallen asleep on the way.");
    assertThat(left(twice(more))).contains("Two of the smallest had fallen asleep on the way.");
  }

  @Test
  void refrainsStay() {
    List<String> refrain =
        List.of(
            "Ring, bells, over the water so wide,",
            "ring for the boats that come in with the tide.");
    List<String> song = new ArrayList<>();
    for (String verse :
        List.of(
            "Early at dawn when the harbour is grey the fishermen sing on their way to the bay.",
            "Noon on the quay and the nets in the sun, the children all count them one by one.",
            "Evening has come and the kettles are warm, the lighthouse looks out for the first of the storm.")) {
      song.add(verse);
      song.addAll(refrain);
    }
    assertThat(left(song)).isEqualTo(song);
  }

  @Test
  void equalPlansUnderHeadingsOfOneKindStay() {
    List<String> plan = new ArrayList<>();
    for (int week = 1; week <= 4; week++) {
      plan.add("Week " + week);
      plan.add("Monday: run for twenty minutes along the river.");
      plan.add("Wednesday: rest, or walk to the mill and back.");
      plan.add("Saturday: swim until the bell of the bath rings.");
    }
    assertThat(left(plan)).isEqualTo(plan);
  }

  @Test
  void beginningsThatComeBackStay() {
    List<String> speech =
        IntStream.range(0, 8)
            .mapToObj(i -> "We will not leave this valley as long as number " + i * 37 + " is dry.")
            .collect(Collectors.toList());
    assertThat(left(speech)).isEqualTo(speech);
  }

  @Test
  void eachLineBesideItsCopyIsKeptOnceAndARefrainStays() {
    List<String> doubled = TEXT.stream().flatMap(line -> List.of(line, line).stream()).toList();
    assertThat(left(doubled)).isEqualTo(TEXT);
    List<String> pairs = new ArrayList<>(TEXT.subList(0, 2));
    pairs.addAll(TEXT.subList(0, 2));
    pairs.addAll(TEXT.subList(2, 4));
    pairs.addAll(TEXT.subList(2, 4));
    pairs.add(TEXT.get(4));
    pairs.add(TEXT.get(4));
    assertThat(left(pairs)).isEqualTo(TEXT);
    List<String> song = new ArrayList<>(TEXT);
    song.add(2, "Light the lamps along the water.");
    song.add(2, "Light the lamps along the water.");
    song.add("Light the lamps along the water.");
    song.add("Light the lamps along the water.");
    assertThat(left(song)).isEqualTo(song);
  }
}
