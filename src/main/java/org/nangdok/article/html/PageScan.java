package org.nangdok.article.html;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page read line by line, with how likely each line is the article's.
 *
 * @param page the visible lines
 * @param likely for each line the likelihood, 0 to 1
 * @param headline number of the line that looks like the headline, or -1
 * @param container the element that most likely holds the article, if one does
 * @param data the page's JSON-LD
 * @param surroundings what stands around the lines
 */
public record PageScan(
    PageLines page,
    List<Double> likely,
    int headline,
    @Nullable Element container,
    StructuredData data,
    Markup surroundings) {

  public PageScan {
    likely = List.copyOf(likely);
  }

  /** The text of the line that looks like the headline, empty if none does. */
  public String headlineText() {
    return headline < 0 ? "" : page.lines().get(headline).text();
  }

  /** What the markup around a line says about it. */
  public static final class Markup {

    private final Surroundings surroundings;

    Markup(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    /** Why a line in such a place is seldom the article's, empty if nothing speaks against it. */
    public String reason(PageLine line) {
      Surroundings.Around around = surroundings.of(line.block());
      Set<Surroundings.Place> places = around.places();
      Set<Hints.Hint> near = around.near();
      if (places.contains(Surroundings.Place.FIGURE)) {
        return "caption";
      }
      if (places.contains(Surroundings.Place.DIALOG)) {
        return "portal";
      }
      if (near.contains(Hints.Hint.COMMENTS)) {
        return "comments";
      }
      if (near.contains(Hints.Hint.ADVERT)) {
        return "advertisement";
      }
      if (near.contains(Hints.Hint.SHARE)) {
        return "share";
      }
      if (near.contains(Hints.Hint.NEWSLETTER)) {
        return "subscription";
      }
      if (near.contains(Hints.Hint.TAGS)) {
        return "tags";
      }
      if (places.contains(Surroundings.Place.NAV) || near.contains(Hints.Hint.NAVIGATION)) {
        return "navigation";
      }
      if (near.contains(Hints.Hint.RELATED) || line.linkShare() > 0.7) {
        return "related";
      }
      if (near.contains(Hints.Hint.NOTICE)) {
        return "portal";
      }
      if (near.contains(Hints.Hint.AUTHOR)) {
        return "byline";
      }
      if (near.contains(Hints.Hint.CAPTION)) {
        return "caption";
      }
      if (places.contains(Surroundings.Place.FOOTER)) {
        return "footer";
      }
      if (places.contains(Surroundings.Place.ASIDE) || near.contains(Hints.Hint.SIDEBAR)) {
        return "sidebar";
      }
      return places.contains(Surroundings.Place.FORM) ? "portal" : "";
    }

    /** Whether a line stands in a place that is never part of an article's running text. */
    public boolean isApart(PageLine line) {
      Set<Surroundings.Place> places = surroundings.of(line.block()).places();
      return places.contains(Surroundings.Place.NAV)
          || places.contains(Surroundings.Place.FIGURE)
          || places.contains(Surroundings.Place.DIALOG);
    }

    /** Whether a line stands in a dialog over the page. */
    public boolean isInDialog(PageLine line) {
      return surroundings.of(line.block()).places().contains(Surroundings.Place.DIALOG);
    }

    /** Whether a line is a heading by its markup. */
    public boolean isHeading(PageLine line) {
      return surroundings.of(line.block()).places().contains(Surroundings.Place.HEADING);
    }

    /** Whether a line is an item of a list. */
    public boolean isListItem(PageLine line) {
      Element block = line.block();
      Element parent = block.parent();
      return block.nameIs("li") || (parent != null && parent.nameIs("li"));
    }

    /** Whether a line is a picture's caption by its own element. */
    public boolean isCaption(PageLine line) {
      return line.block().nameIs("figcaption") || Blocks.isCaption(line.block());
    }

    /** Whether a line is program code: set as it is typed, and no prose such as a letter. */
    public boolean isCode(PageLine line) {
      return surroundings.of(line.block()).places().contains(Surroundings.Place.PRE)
          && !Prose.is(line.text());
    }
  }
}
