package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that fold, wrap or print their text in pieces: all of it is read, and each piece once. */
class FoldedPagesTest {

  private static final List<String> HEADINGS =
      List.of("Before the first frost", "While the ground is hard", "When the ice has gone");

  private static final List<String> TEXT =
      List.of(
          "Lift the dahlias once their leaves have turned black, and shake the soil from the roots.",
          "Lay them upside down for a week, so that the water runs out of the hollow stalks.",
          "A cellar of six degrees is best; in a warm room they begin to grow long before spring.",
          "Look at them every month, and cut away whatever has become soft or smells of mould.",
          "Plant them out when the apple trees have flowered, a hand deep, with the buds upwards.",
          "The first shoots are eaten by slugs if nobody walks through the beds in the evening.");

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static String page(String text) {
    return "<html><head><title>Keeping dahlias over winter - Garden Post</title></head><body><header><nav>"
        + "<button aria-controls='menu' aria-expanded='false'><h2>Menu</h2></button><div id='menu' hidden><p>All about our garden, our"
        + " shop and our helpers, whom you meet on Saturdays.</p></div></nav></header><main><h1>Keeping dahlias over winter</h1>"
        + text
        + "</main><footer><p>Copyright 2026 Garden Post</p></footer></body></html>";
  }

  private List<String> read(String text) {
    return extractor.fromHtml(page(text), "https://example.org/dahlias").body().stream()
        .map(Paragraph::text)
        .toList();
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
  }

  /** Three sections of two paragraphs, the form given by heading, number and paragraphs. */
  private static String sections(String form) {
    return IntStream.range(0, 3)
        .mapToObj(
            i ->
                form.replace("HEADING", HEADINGS.get(i))
                    .replace("NUMBER", Integer.toString(i))
                    .replace("TEXT", paragraphs(TEXT.subList(2 * i, 2 * i + 2))))
        .collect(Collectors.joining());
  }

  private static final List<String> WHOLE =
      List.of(
          HEADINGS.get(0),
          TEXT.get(0),
          TEXT.get(1),
          HEADINGS.get(1),
          TEXT.get(2),
          TEXT.get(3),
          HEADINGS.get(2),
          TEXT.get(4),
          TEXT.get(5));

  @Test
  void whatAnAccordionFoldsIsReadUnderItsHeading() {
    String button =
        "<h2><button aria-expanded='false' aria-controls='pNUMBER'>HEADING</button></h2><div id='pNUMBER' hidden>TEXT</div>";
    String link =
        "<div class='acc'><a role='button' aria-controls='pNUMBER'><span role='heading'>HEADING</span></a>"
            + "<div id='pNUMBER' style='display:none;' role='region'>TEXT</div></div>";
    assertThat(read(sections(button))).isEqualTo(WHOLE);
    assertThat(read(sections(link))).isEqualTo(WHOLE);
  }

  @Test
  void allTabsAreRead() {
    String tabs =
        "<div role='tablist'><button role='tab' aria-controls='t0'>One</button><button role='tab' aria-controls='t1'>Two</button>"
            + "<button role='tab' aria-controls='t2'>Three</button></div>";
    String panels = sections("<div role='tabpanel' id='tNUMBER' hidden><h2>HEADING</h2>TEXT</div>");
    assertThat(read(tabs + panels)).isEqualTo(WHOLE);
  }

  @Test
  void aMenuAndADialogStayShut() {
    String dialog =
        "<h3><button aria-controls='box'>Our letter</button></h3><div role='dialog'><div id='box' hidden><p>Once a month we write"
            + " to you about bulbs, seeds and all that grows.</p></div></div>";
    assertThat(read(paragraphs(TEXT) + dialog))
        .noneMatch(line -> line.contains("Once a month") || line.contains("our helpers"))
        .containsAll(TEXT);
  }

  @Test
  void wordsThatAppearUnderAPointerAreNotRead() {
    String word =
        "hollow <span class='term'><dfn>stalks</dfn><span role='tooltip'>Stalk: the part between root and flower.</span></span>";
    String other =
        "black<span class='tip tooltip-content'>See our page of colours for what is meant.</span>";
    String text = paragraphs(TEXT).replace("hollow stalks", word).replaceFirst("black(?=,)", other);
    assertThat(read(text)).isEqualTo(TEXT);
  }

  @Test
  void anExcerptAboveTheTextIsNotReadAndAQuotationThatBreaksOffIs() {
    String excerpt = TEXT.get(0) + " " + TEXT.get(1).substring(0, 40) + " [&hellip;]";
    assertThat(read("<div class='intro'><p>" + excerpt + "</p></div>" + paragraphs(TEXT)))
        .isEqualTo(TEXT);
    String quoted = "An old book says that the roots want nothing but sand and patience […]";
    List<String> with = List.of(TEXT.get(0), TEXT.get(1), quoted, TEXT.get(2), TEXT.get(3));
    assertThat(read(paragraphs(with))).isEqualTo(with);
    assertThat(read(paragraphs(with) + "<div class='print'>" + paragraphs(with) + "</div>"))
        .isEqualTo(with);
  }

  @Test
  void piecesInBoxesOfTheirOwnGoOnBelowABoxOfLinks() {
    String piece = "<div class='item'><div class='piece'><div class='words'>TEXT</div></div></div>";
    String box =
        "<div class='item'><div class='promo'><div class='link'><h5>Related article</h5></div><p><a href='/tulips'>Tulips in"
            + " pots</a></p></div></div>";
    String[] pieces =
        TEXT.stream()
            .map(line -> piece.replace("TEXT", paragraphs(List.of(line, line + " So it was."))))
            .toArray(String[]::new);
    String text = String.join("", List.of(pieces).subList(0, 5)) + box + pieces[5];
    assertThat(read("<div class='items'>" + text + "</div>"))
        .contains(TEXT.get(5), TEXT.get(5) + " So it was.")
        .doesNotContain("Tulips in pots");
  }

  @Test
  void eachPieceIsReadOnceWhereWideAndNarrowScreensHaveOneEach() {
    String piece = "<section class='WIDTH'><h2>HEADING</h2>TEXT</section>";
    String both = piece.replace("WIDTH", "desktop") + piece.replace("WIDTH", "mobile");
    assertThat(read(sections(both))).isEqualTo(WHOLE);
  }
}
