package org.nangdok.language.english;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.Explanation;
import org.nangdok.language.lexicon.Evidence;

/**
 * All readings that the classes offer for a sentence, and the best path through them: a class
 * weighs its place in the order for each character, what it knows, and the evidence around.
 */
final class EnglishLattice {

  private static final int WINDOW = 120;

  /**
   * What each piece costs, so that one class for the whole is read rather than two for its parts.
   */
  private static final double PIECE = .3;

  /** A reading of the characters from one place to another. */
  record Offer(Form form, int start, int end, String spoken, double weight, List<String> reasons) {

    /** The reading, with its sound where letters leave that open. */
    String told() {
      return form.sounds().isEmpty() ? spoken : spoken + " (" + form.sounds() + ")";
    }

    Explanation.Candidate candidate() {
      return new Explanation.Candidate(
          form.name(), told(), Math.round(weight * 100) / 100.0, reasons);
    }
  }

  private final List<EnglishForms.Placed> forms;
  private final Evidence evidence;
  private final String text;
  private final int from;
  private final List<List<Offer>> offers = new ArrayList<>();

  /** Weighs the readings of a text from a place on; what stands before it is evidence only. */
  EnglishLattice(List<EnglishForms.Placed> forms, Evidence evidence, String text, int from) {
    this.forms = forms;
    this.evidence = evidence;
    this.text = text;
    this.from = from;
  }

  /** The readings of the best path, in order; characters between them aren't read. */
  List<Offer> path() {
    int length = text.length();
    var score = new double[length + 1];
    Arrays.fill(score, Double.NEGATIVE_INFINITY);
    score[from] = 0;
    var led = new Offer[length + 1];
    for (int at = from; at < length; at++) {
      List<Offer> here =
          score[at] == Double.NEGATIVE_INFINITY || startsNothing(text.charAt(at))
              ? List.of()
              : offersAt(at);
      offers.add(here);
      for (Offer offer : here) {
        if (score[at] + offer.weight > score[offer.end]) {
          score[offer.end] = score[at] + offer.weight;
          led[offer.end] = offer;
        }
      }
      // A character that some class reads isn't skipped for a better place behind it.
      if (here.isEmpty() && score[at] > score[at + 1]) {
        score[at + 1] = score[at];
        led[at + 1] = null;
      }
    }
    return back(led);
  }

  /** A mark belongs to what stands before it; patterns look for that through all marks between. */
  private static boolean startsNothing(char character) {
    return Character.isWhitespace(character)
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private List<Offer> back(@Nullable Offer[] led) {
    var path = new ArrayList<Offer>();
    int at = led.length - 1;
    while (at > from) {
      Offer offer = led[at];
      if (offer != null) {
        path.addFirst(offer);
      }
      at = offer == null ? at - 1 : offer.start;
    }
    return path;
  }

  /** The readings that were offered for a place beside the one that was chosen. */
  List<Offer> lost(Offer chosen) {
    return offers.get(chosen.start - from).stream()
        .filter(offer -> offer != chosen)
        .filter(offer -> !offer.told().equals(chosen.told()))
        .toList();
  }

  private List<Offer> offersAt(int at) {
    var here = new ArrayList<Offer>();
    char first = text.charAt(at);
    for (EnglishForms.Placed placed : forms) {
      if (!placed.mayStartWith(first)) {
        continue;
      }
      Form form = placed.form();
      Matcher matcher =
          form.pattern()
              .matcher(text)
              .region(at, Math.min(text.length(), at + WINDOW))
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      if (!matcher.lookingAt() || matcher.end() == at) {
        continue;
      }
      String spoken = form.reader().read(matcher.toMatchResult());
      if (spoken == null || spoken.isBlank()) {
        continue;
      }
      Evidence.Found found = evidence.of(form.name(), form.sense(), text, at, matcher.end());
      double weight =
          placed.weight() * (matcher.end() - at) - PIECE + form.weight() + found.weight();
      here.add(new Offer(form, at, matcher.end(), spoken.strip(), weight, found.reasons()));
    }
    return here;
  }
}
