package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes long pages of short ones: into the element that holds most of a page's true paragraphs go
 * as many paragraphs of other pages as make it 150 to 500, in the markup of its own ones.
 */
final class LongVariants {

  private static final int LEAST = 5;
  private static final int SHORTEST = 150;
  private static final int LONGEST = 500;
  private static final int PARAGRAPH = 60;

  private final List<String> paragraphs = new ArrayList<>();
  private final Random random;

  LongVariants(List<Example> examples, long seed) {
    random = new Random(seed);
    for (Example example : examples) {
      for (PageLine line : example.lines()) {
        if (example.gold()[line.number()] && line.weight() >= PARAGRAPH && line.linkShare() < 0.3) {
          paragraphs.add(line.text());
        }
      }
    }
    Collections.shuffle(paragraphs, random);
  }

  /** The long variant of a page, if it has paragraphs of its own to follow. */
  Optional<Example> of(Example example) {
    Document document = Jsoup.parse(example.page().html(), example.page().url());
    PageReading reading =
        PageReading.of(document, PageReading.lines(document), new Hints(), l -> 0);
    Map<Element, List<PageLine>> byParent = new HashMap<>();
    for (PageLine line : reading.page().lines()) {
      Element parent = line.block().parent();
      boolean whole = reading.page().of(line.block()).size() == 1;
      if (example.gold()[line.number()] && whole && parent != null && line.weight() >= PARAGRAPH) {
        byParent.computeIfAbsent(parent, p -> new ArrayList<>()).add(line);
      }
    }
    @Nullable List<PageLine> most =
        byParent.values().stream().max((a, b) -> Integer.compare(a.size(), b.size())).orElse(null);
    if (most == null || most.size() < LEAST) {
      return Optional.empty();
    }
    StringBuilder added = new StringBuilder();
    int wanted = SHORTEST + random.nextInt(LONGEST - SHORTEST);
    for (int i = most.size(); i < wanted; i++) {
      Element model = most.get(random.nextInt(most.size())).block();
      String text = paragraphs.get(random.nextInt(paragraphs.size()));
      Element more = model.shallowClone().text(text);
      // Not behind the last, so that what ends the text still follows its own last paragraph.
      most.get(1 + random.nextInt(most.size() - 1)).block().before(more);
      added.append('\n').append(text);
    }
    BenchmarkPage page = example.page();
    return Optional.of(
        Example.of(
            example.set() + "+long",
            new BenchmarkPage(page.id(), page.url(), document.outerHtml(), page.truth() + added),
            document));
  }
}
