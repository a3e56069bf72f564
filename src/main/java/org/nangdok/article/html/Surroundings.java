package org.nangdok.article.html;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the elements around a block say about it, worked out once per element of one page. */
final class Surroundings {

  /** Kinds of elements by name that matter to what stands inside them. */
  enum Place {
    NAV,
    HEADER,
    FOOTER,
    ASIDE,
    FORM,
    FIGURE,
    LIST,
    TABLE,
    QUOTE,
    ARTICLE,
    MAIN,
    PRE,
    HEADING,
    DEFINITIONS,
    DIALOG,
    UNSPOKEN
  }

  /**
   * What stands around a block.
   *
   * @param near hints of the block and its two nearest ancestors
   * @param far hints of all ancestors farther out, {@code body} and {@code html} left out
   * @param places kinds of elements around the block, itself included
   * @param depth number of elements above it
   */
  record Around(Set<Hints.Hint> near, Set<Hints.Hint> far, Set<Place> places, int depth) {}

  private static final Set<String> DIALOGS = Set.of("dialog", "alertdialog");

  private final Hints hints;
  private final Map<Element, Set<Hints.Hint>> own = new IdentityHashMap<>();
  private final Map<Element, Around> known = new IdentityHashMap<>();

  Surroundings(Hints hints) {
    this.hints = hints;
  }

  /** What stands around a block, itself included. */
  Around of(Element block) {
    Around around = known.get(block);
    if (around != null) {
      return around;
    }
    Element parent = block.parent();
    EnumSet<Hints.Hint> near = EnumSet.noneOf(Hints.Hint.class);
    EnumSet<Hints.Hint> far = EnumSet.noneOf(Hints.Hint.class);
    EnumSet<Place> places = EnumSet.noneOf(Place.class);
    int depth = 0;
    if (parent != null && !block.nameIs("body")) {
      Around outer = of(parent);
      far.addAll(outer.far());
      places.addAll(outer.places());
      depth = outer.depth() + 1;
      Element grandparent = parent.parent();
      near.addAll(hints(block));
      near.addAll(hints(parent));
      near.addAll(hints(grandparent));
      if (grandparent != null) {
        far.addAll(hints(grandparent.parent()));
      }
    }
    Place place = place(block);
    if (place != null) {
      places.add(place);
    }
    if (block.attributesSize() > 0) {
      byAttributes(block, places);
    }
    around = new Around(near, far, places, depth);
    known.put(block, around);
    return around;
  }

  /** The hints of one element alone. */
  Set<Hints.Hint> hints(@Nullable Element element) {
    if (element == null || element.nameIs("body") || element.nameIs("html")) {
      return Set.of();
    }
    return own.computeIfAbsent(element, hints::of);
  }

  private static void byAttributes(Element block, Set<Place> places) {
    if (DIALOGS.contains(block.attr("role")) || block.attr("aria-modal").equals("true")) {
      places.add(Place.DIALOG);
    }
    if (block.attr("aria-hidden").equals("true")) {
      places.add(Place.UNSPOKEN);
    }
  }

  private static @Nullable Place place(Element element) {
    return switch (element.normalName()) {
      case "nav", "menu" -> Place.NAV;
      case "header", "hgroup" -> Place.HEADER;
      case "footer" -> Place.FOOTER;
      case "aside", "amp-sidebar" -> Place.ASIDE;
      case "form", "fieldset" -> Place.FORM;
      case "figure", "figcaption" -> Place.FIGURE;
      case "ul", "ol", "li" -> Place.LIST;
      case "table", "caption" -> Place.TABLE;
      case "blockquote" -> Place.QUOTE;
      case "article" -> Place.ARTICLE;
      case "main" -> Place.MAIN;
      case "pre" -> Place.PRE;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> Place.HEADING;
      case "dl", "dt", "dd" -> Place.DEFINITIONS;
      case "dialog" -> Place.DIALOG;
      default -> null;
    };
  }
}
