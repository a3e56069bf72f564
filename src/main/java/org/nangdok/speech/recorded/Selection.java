package org.nangdok.speech.recorded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Chooses from the recordings a pair of units for every two phones in a row, by the least sum of
 * what doesn't fit the context and of what is heard at joins (Hunt and Black 1996; Viterbi 1967).
 * Pairs that follow each other in the recordings cost nothing to join.
 */
final class Selection {

  private static final double OTHER_NEIGHBOUR = .5;
  private static final double LIKE_NEIGHBOUR = .25;
  private static final double LENGTH = .8;
  private static final double JOIN = .35;
  private static final double OTHER_PHONE = 1.5;
  private static final int MOST = 40;

  /** What may stand for a phone whose pair wasn't recorded, nearest first. */
  private static final Map<String, List<String>> ALIKE =
      Map.ofEntries(
          Map.entry("k0", List.of("k", "kh", "g")),
          Map.entry("t0", List.of("t", "th", "d")),
          Map.entry("p0", List.of("p", "ph", "b")),
          Map.entry("c0", List.of("c", "ch", "z")),
          Map.entry("k", List.of("k0", "g", "kh")),
          Map.entry("t", List.of("t0", "d", "th")),
          Map.entry("p", List.of("p0", "b", "ph")),
          Map.entry("c", List.of("c0", "z", "ch")),
          Map.entry("kh", List.of("k0", "k")),
          Map.entry("th", List.of("t0", "t")),
          Map.entry("ph", List.of("p0", "p")),
          Map.entry("ch", List.of("c0", "c")),
          Map.entry("g", List.of("k", "k0")),
          Map.entry("d", List.of("t", "t0", "r")),
          Map.entry("b", List.of("p", "p0")),
          Map.entry("z", List.of("c", "c0")),
          Map.entry("E", List.of("e")),
          Map.entry("e", List.of("E")),
          Map.entry("S", List.of("s")),
          Map.entry("s", List.of("S")),
          Map.entry("r", List.of("l", "n")),
          Map.entry("l", List.of("r", "n")),
          Map.entry("K", List.of("T", "P")),
          Map.entry("T", List.of("K", "P")),
          Map.entry("P", List.of("T", "K")),
          Map.entry("N", List.of("n", "m")),
          Map.entry("m", List.of("n")),
          Map.entry("n", List.of("m")),
          Map.entry("W", List.of("M", "w")),
          Map.entry("w", List.of("u", "o")),
          Map.entry("j", List.of("i")),
          Map.entry("h", List.of("k")),
          Map.entry("V", List.of("o", "a")),
          Map.entry("M", List.of("u", "i")),
          Map.entry("o", List.of("V", "u")),
          Map.entry("u", List.of("M", "o")),
          Map.entry("a", List.of("V")),
          Map.entry("i", List.of("e", "M")));

  /** Kinds of phones that colour their neighbours alike. */
  private static final List<List<String>> LIKE =
      List.of(
          List.of("k0", "k", "kh", "g", "K", "N"),
          List.of("t0", "t", "th", "d", "T", "n", "s", "r", "l"),
          List.of("p0", "p", "ph", "b", "P", "m"),
          List.of("c0", "c", "ch", "z", "S", "j", "i"),
          List.of("E", "e", "i"),
          List.of("o", "u", "w", "V"),
          List.of("M", "u", "W"),
          List.of("_", "K", "T", "P"));

  private final Inventory inventory;

  Selection(Inventory inventory) {
    this.inventory = inventory;
  }

  /** For each two phones in a row the index of the unit that is the first of them. */
  int[] choose(List<PhonePlan.Phone> phones) {
    int pairs = phones.size() - 1;
    var candidates = new int[pairs][];
    var own = new double[pairs][];
    for (int i = 0; i < pairs; i++) {
      candidates[i] = candidates(phones.get(i).name(), phones.get(i + 1).name());
      own[i] = new double[candidates[i].length];
      for (int c = 0; c < own[i].length; c++) {
        own[i][c] = target(phones, i, candidates[i][c]);
      }
      keepBest(candidates, own, i);
    }
    var cost = new double[pairs][];
    var from = new int[pairs][];
    for (int i = 0; i < pairs; i++) {
      cost[i] = own[i].clone();
      from[i] = new int[cost[i].length];
      if (i > 0) {
        for (int c = 0; c < cost[i].length; c++) {
          double least = Double.MAX_VALUE;
          for (int b = 0; b < cost[i - 1].length; b++) {
            double sum = cost[i - 1][b] + join(candidates[i - 1][b], candidates[i][c]);
            if (sum < least) {
              least = sum;
              from[i][c] = b;
            }
          }
          cost[i][c] += least;
        }
      }
    }
    var chosen = new int[pairs];
    int best = least(cost[pairs - 1]);
    for (int i = pairs - 1; i >= 0; i--) {
      chosen[i] = candidates[i][best];
      best = from[i][best];
    }
    return chosen;
  }

  private static int least(double[] costs) {
    int best = 0;
    for (int i = 1; i < costs.length; i++) {
      if (costs[i] < costs[best]) {
        best = i;
      }
    }
    return best;
  }

  private static void keepBest(int[][] candidates, double[][] own, int i) {
    if (own[i].length <= MOST) {
      return;
    }
    double limit = Arrays.stream(own[i]).sorted().skip(MOST).findFirst().orElseThrow();
    int[] kept = new int[MOST];
    double[] costs = new double[MOST];
    int count = 0;
    for (int c = 0; c < own[i].length && count < MOST; c++) {
      if (own[i][c] < limit) {
        kept[count] = candidates[i][c];
        costs[count++] = own[i][c];
      }
    }
    if (count > 0) {
      candidates[i] = Arrays.copyOf(kept, count);
      own[i] = Arrays.copyOf(costs, count);
    }
  }

  private int[] candidates(String first, String second) {
    int[] exact = inventory.pairs(first, second);
    if (exact.length > 0) {
      return exact;
    }
    List<String> firsts = withAlike(first);
    List<String> seconds = withAlike(second);
    for (int rank = 1; rank < firsts.size() + seconds.size(); rank++) {
      var found = new ArrayList<Integer>();
      for (int a = 0; a <= Math.min(rank, firsts.size() - 1); a++) {
        if (rank - a < seconds.size()) {
          for (int index : inventory.pairs(firsts.get(a), seconds.get(rank - a))) {
            found.add(index);
          }
        }
      }
      if (!found.isEmpty()) {
        return found.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    int[] closed = inventory.pairs(PhonePlan.SILENCE, second);
    return closed.length > 0 ? closed : new int[] {0};
  }

  private static List<String> withAlike(String phone) {
    var all = new ArrayList<String>();
    all.add(phone);
    all.addAll(ALIKE.getOrDefault(phone, List.of()));
    return all;
  }

  private double target(List<PhonePlan.Phone> phones, int i, int index) {
    double cost = 0;
    Unit first = inventory.unit(index);
    Unit second = inventory.unit(index + 1);
    PhonePlan.Phone wantedFirst = phones.get(i);
    PhonePlan.Phone wantedSecond = phones.get(i + 1);
    cost += first.phone().equals(wantedFirst.name()) ? 0 : OTHER_PHONE;
    cost += second.phone().equals(wantedSecond.name()) ? 0 : OTHER_PHONE;
    if (i > 0) {
      cost += neighbour(phones.get(i - 1).name(), before(index));
    }
    if (i + 2 < phones.size()) {
      cost += neighbour(phones.get(i + 2).name(), after(index + 1));
    }
    cost += length(wantedFirst, first) + length(wantedSecond, second);
    return cost;
  }

  private String before(int index) {
    return inventory.begins(index) ? PhonePlan.SILENCE : inventory.unit(index - 1).phone();
  }

  private String after(int index) {
    return inventory.begins(index + 1) ? PhonePlan.SILENCE : inventory.unit(index + 1).phone();
  }

  private static double neighbour(String wanted, String there) {
    if (wanted.equals(there)) {
      return 0;
    }
    for (List<String> kind : LIKE) {
      if (kind.contains(wanted) && kind.contains(there)) {
        return LIKE_NEIGHBOUR;
      }
    }
    return OTHER_NEIGHBOUR;
  }

  private static double length(PhonePlan.Phone wanted, Unit unit) {
    if (wanted.isSilence() || unit.isSilence()) {
      return 0;
    }
    double there = Math.max(1, unit.end() - unit.start()) / (double) Inventory.SAMPLE_RATE;
    double ratio = Math.log(Math.max(wanted.seconds(), .01) / there);
    return LENGTH / 2 * Math.abs(ratio);
  }

  /** What is heard where the second of one pair is left and the first of the next is entered. */
  private double join(int before, int after) {
    if (before + 1 == after) {
      return 0;
    }
    Unit entered = inventory.unit(after);
    if (entered.isSilence()) {
      return 0;
    }
    return JOIN
        * PhoneKind.of(entered.phone()).joinWeight()
        * (1 + inventory.distance(before + 1, after));
  }
}
