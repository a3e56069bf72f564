package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Groups the lines of a page by the template that printed them: those whose block, its parent and
 * its grandparent have the same names and classes. The paragraphs of an article share a template,
 * and so do its comments.
 */
final class Templates {

  private static final int LONGEST_CLASS = 120;

  private final int[] template;
  private final List<Integer> sizes = new ArrayList<>();

  Templates(List<PageLine> lines) {
    template = new int[lines.size()];
    Map<Element, Integer> known = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      Element block = lines.get(i).block();
      Integer number = known.get(block);
      if (number == null) {
        number = numbers.computeIfAbsent(signature(block), s -> numbers.size());
        known.put(block, number);
      }
      template[i] = number;
      if (number == sizes.size()) {
        sizes.add(0);
      }
      sizes.set(number, sizes.get(number) + 1);
    }
  }

  /** How many lines share the template of a line, itself included. */
  int size(int line) {
    return sizes.get(template[line]);
  }

  /** For each line the sum of a value over the lines that share its template. */
  double[] sums(double[] values) {
    double[] byTemplate = new double[sizes.size()];
    for (int i = 0; i < template.length; i++) {
      byTemplate[template[i]] += values[i];
    }
    double[] sums = new double[template.length];
    for (int i = 0; i < template.length; i++) {
      sums[i] = byTemplate[template[i]];
    }
    return sums;
  }

  private static String signature(Element block) {
    StringBuilder signature = new StringBuilder();
    @Nullable Element up = block;
    for (int level = 0; level < 3 && up != null; level++, up = up.parent()) {
      String names = up.className();
      signature.append(up.normalName()).append('.');
      signature.append(names, 0, Math.min(names.length(), LONGEST_CLASS)).append('<');
    }
    return signature.toString();
  }
}
