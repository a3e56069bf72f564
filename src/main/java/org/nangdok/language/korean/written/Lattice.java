package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.lexicon.Evidence;

/**
 * All readings that the written forms offer for a sentence, and the best path through them.
 *
 * <p>A reading weighs what its class does for each character (precedence), what its form knows, and
 * the evidence around it; a counted number gains where the one before counts in the same way
 * ({@code 2권과 3권에서}). The path with the greatest sum is read (Viterbi).
 */
final class Lattice {

  /**
   * A class and its weight a character. Those without evidence of their own that are rarely meant
   * weigh little and win by evidence only.
   */
  record Weighted(WrittenForm form, double precedence) {}

  /**
   * A reading at a place.
   *
   * @param start first character in the folded text
   * @param weight what speaks for it
   * @param reasons the evidence that was found
   * @param isContested whether the number could count in another way too
   */
  record Offer(int start, Match match, double weight, List<String> reasons, boolean isContested) {}

  /** What two neighbouring numbers that count in the same way gain. */
  private static final double AGREEMENT = 1.2;

  /** Numbers further apart aren't compared. */
  private static final int NEIGHBOURS = 12;

  /** A place on a path; {@code offer} led to it from {@code before}. */
  private record Node(double score, @Nullable Node before, @Nullable Offer offer, Sense sense) {}

  /** How the last number on a path counts, and where it ended. */
  private record Sense(String of, int end) {
    static final Sense NONE = new Sense("", 0);
  }

  private final List<Weighted> forms;
  private final Evidence evidence;
  private final Writing writing;
  private final List<Offer> offers = new ArrayList<>();

  Lattice(List<Weighted> forms, Evidence evidence, Writing writing) {
    this.forms = forms;
    this.evidence = evidence;
    this.writing = writing;
  }

  /** The readings of the best path, in order; characters between them aren't read. */
  List<Offer> path() {
    var open = new TreeMap<Integer, List<Node>>();
    open.put(0, List.of(new Node(0, null, null, Sense.NONE)));
    while (open.firstKey() < writing.length()) {
      Map.Entry<Integer, List<Node>> first = open.pollFirstEntry();
      int at = first.getKey();
      List<Node> nodes = first.getValue();
      List<Offer> here = offersAt(at);
      if (here.isEmpty()) {
        nodes.forEach(node -> put(open, at + 1, node));
      }
      for (Offer offer : here) {
        for (Node node : nodes) {
          put(open, Math.max(offer.match().end(), at + 1), step(node, offer));
        }
      }
    }
    Node best =
        Collections.max(open.firstEntry().getValue(), (a, b) -> Double.compare(a.score, b.score));
    var path = new ArrayList<Offer>();
    for (Node node = best; node != null; node = node.before) {
      if (node.offer != null) {
        path.add(node.offer);
      }
    }
    Collections.reverse(path);
    return path;
  }

  /** The readings that were offered for a place beside the one that was chosen. */
  List<Offer> lost(Offer chosen) {
    return offers.stream()
        .filter(offer -> offer.start() == chosen.start() && offer != chosen)
        .filter(offer -> !offer.match().spoken().equals(chosen.match().spoken()))
        .toList();
  }

  private List<Offer> offersAt(int at) {
    if (writing.at(at) == ' ') {
      return List.of();
    }
    var here = new ArrayList<Offer>();
    for (Weighted weighted : forms) {
      List<Match> matches = weighted.form().offers(writing, at);
      for (Match match : matches) {
        Evidence.Found found =
            evidence.of(
                match.form(),
                match.sense(),
                writing.text(),
                at,
                Math.min(match.end(), writing.length()));
        double weight =
            weighted.precedence() * (Math.min(match.end(), writing.length()) - at)
                + match.weight()
                + found.weight();
        here.add(new Offer(at, match, weight, found.reasons(), matches.size() > 1));
      }
    }
    offers.addAll(here);
    return here;
  }

  private static Node step(Node node, Offer offer) {
    String sense = offer.match().sense();
    boolean agrees =
        offer.isContested()
            && sense.equals(node.sense.of)
            && offer.start() - node.sense.end <= NEIGHBOURS;
    return new Node(
        node.score + offer.weight() + (agrees ? AGREEMENT : 0),
        node,
        offer,
        sense.isEmpty() ? node.sense : new Sense(sense, offer.match().end()));
  }

  /** Of paths that count in the same way only the better one goes on. */
  private static void put(TreeMap<Integer, List<Node>> open, int at, Node node) {
    var nodes = new ArrayList<>(open.getOrDefault(at, List.of()));
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).sense.equals(node.sense)) {
        if (nodes.get(i).score < node.score) {
          nodes.set(i, node);
          open.put(at, nodes);
        }
        return;
      }
    }
    nodes.add(node);
    open.put(at, nodes);
  }
}
