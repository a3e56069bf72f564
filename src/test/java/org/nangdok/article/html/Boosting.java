package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Gradient boosting of decision trees with logistic loss over binned columns. */
final class Boosting {

  private static final double RIDGE = 0.02;
  private static final double LEAST_HESSIAN = 0.002;
  private static final double ROWS_PER_TREE = 0.4;
  private static final double COLUMNS_PER_TREE = 0.4;

  private final int n;
  private final int columns;
  private final float[][] edges;
  private final byte[][] bins;
  private final double[] label;
  private final double[] weight;
  private final double[] score;
  private final double[] gradient;
  private final double[] hessian;
  private final int depth;
  private final double rate;
  private final int binCount;
  private final Random random;

  Boosting(
      List<float[]> rows,
      List<Double> labels,
      List<Double> weights,
      int binCount,
      int depth,
      double rate,
      Random random) {
    this.n = rows.size();
    this.columns = rows.getFirst().length;
    this.depth = depth;
    this.rate = rate;
    this.binCount = binCount;
    this.random = random;
    this.label = labels.stream().mapToDouble(d -> d).toArray();
    double mean = weights.stream().mapToDouble(d -> d).average().orElse(1);
    this.weight = weights.stream().mapToDouble(d -> d / mean).toArray();
    this.score = new double[n];
    this.gradient = new double[n];
    this.hessian = new double[n];
    this.edges = new float[columns][];
    this.bins = new byte[columns][n];
    for (int c = 0; c < columns; c++) {
      bin(rows, c);
    }
  }

  private void bin(List<float[]> rows, int column) {
    float[] sorted = new float[Math.min(n, 20_000)];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = rows.get(n <= sorted.length ? i : random.nextInt(n))[column];
    }
    Arrays.sort(sorted);
    List<Float> cuts = new ArrayList<>();
    for (int b = 1; b < binCount; b++) {
      float cut = sorted[(int) ((long) b * sorted.length / binCount)];
      if (cut > sorted[0] && (cuts.isEmpty() || cut > cuts.getLast())) {
        cuts.add(cut);
      }
    }
    for (int i = 1; i < sorted.length && cuts.size() < 4; i++) {
      // A rare value would fall between the quantiles.
      if (sorted[i] > sorted[i - 1] && !cuts.contains(sorted[i])) {
        cuts.add(sorted[i]);
      }
    }
    cuts.sort(null);
    edges[column] = new float[cuts.size()];
    for (int b = 0; b < cuts.size(); b++) {
      edges[column][b] = cuts.get(b);
    }
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(edges[column], rows.get(i)[column]);
      bins[column][i] = (byte) (at >= 0 ? at + 1 : -at - 1);
    }
  }

  LineForest grow(int trees) {
    List<LineForest.Tree> forest = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = (label[i] - p) * weight[i];
        hessian[i] = Math.max(1e-6, p * (1 - p)) * weight[i];
      }
      int[] picked = random.ints(0, n).limit((long) (n * ROWS_PER_TREE)).toArray();
      int[] usable =
          random.ints(0, columns).distinct().limit((long) (columns * COLUMNS_PER_TREE)).toArray();
      Grower grower = new Grower(usable);
      grower.node(picked, 0);
      LineForest.Tree tree = grower.tree();
      forest.add(tree);
      for (int i = 0; i < n; i++) {
        score[i] += grower.value(i);
      }
    }
    return new LineForest(forest);
  }

  private final class Grower {
    private final int[] usable;
    private final List<int[]> shape = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();

    Grower(int[] usable) {
      this.usable = usable;
    }

    /** Gradients and hessians of some rows, summed by column and bin. */
    private double[] sums(int[] rows) {
      double[] sums = new double[usable.length * 2 * binCount];
      for (int u = 0; u < usable.length; u++) {
        byte[] of = bins[usable[u]];
        int base = u * 2 * binCount;
        for (int i : rows) {
          int at = base + 2 * of[i];
          sums[at] += gradient[i];
          sums[at + 1] += hessian[i];
        }
      }
      return sums;
    }

    int node(int[] rows, int level) {
      return node(rows, level, level < depth ? sums(rows) : new double[0]);
    }

    private int node(int[] rows, int level, double[] sums) {
      int id = shape.size();
      shape.add(new int[] {-1, 0, 0, 0});
      thresholds.add(0f);
      double g = 0;
      double h = 0;
      for (int i : rows) {
        g += gradient[i];
        h += hessian[i];
      }
      double[] best = level < depth ? bestSplit(sums, g, h) : new double[] {0, -1, 0};
      if (best[1] < 0) {
        thresholds.set(id, (float) (rate * g / (h + RIDGE * n / 1000)));
        return id;
      }
      int column = (int) best[1];
      int bin = (int) best[2];
      int[] left = new int[rows.length];
      int[] right = new int[rows.length];
      int lefts = 0;
      int rights = 0;
      byte[] of = bins[column];
      for (int i : rows) {
        if (of[i] <= bin) {
          left[lefts++] = i;
        } else {
          right[rights++] = i;
        }
      }
      left = Arrays.copyOf(left, lefts);
      right = Arrays.copyOf(right, rights);
      double[] leftSums = new double[0];
      double[] rightSums = new double[0];
      if (level + 1 < depth) {
        // The sums of the larger part are what the smaller one leaves.
        double[] small = sums(lefts < rights ? left : right);
        double[] large = sums;
        for (int i = 0; i < large.length; i++) {
          large[i] -= small[i];
        }
        leftSums = lefts < rights ? small : large;
        rightSums = lefts < rights ? large : small;
      }
      int l = node(left, level + 1, leftSums);
      int r = node(right, level + 1, rightSums);
      shape.set(id, new int[] {column, l, r, bin});
      thresholds.set(id, edges[column][bin]);
      return id;
    }

    private double[] bestSplit(double[] sums, double g, double h) {
      double[] best = {1e-3 * n / 1000, -1, 0};
      double ridge = RIDGE * n / 1000;
      double least = LEAST_HESSIAN * n / 100;
      for (int u = 0; u < usable.length; u++) {
        int column = usable[u];
        int size = edges[column].length + 1;
        int base = u * 2 * binCount;
        double gl = 0;
        double hl = 0;
        for (int b = 0; b < size - 1; b++) {
          gl += sums[base + 2 * b];
          hl += sums[base + 2 * b + 1];
          double hr = h - hl;
          if (hl < least || hr < least) {
            continue;
          }
          double gain =
              gl * gl / (hl + ridge) + (g - gl) * (g - gl) / (hr + ridge) - g * g / (h + ridge);
          if (gain > best[0]) {
            best = new double[] {gain, column, b};
          }
        }
      }
      return best;
    }

    float value(int row) {
      int node = 0;
      while (shape.get(node)[0] >= 0) {
        int[] at = shape.get(node);
        node = bins[at[0]][row] <= at[3] ? at[1] : at[2];
      }
      return thresholds.get(node);
    }

    LineForest.Tree tree() {
      int size = shape.size();
      int[] column = new int[size];
      int[] left = new int[size];
      int[] right = new int[size];
      float[] threshold = new float[size];
      for (int i = 0; i < size; i++) {
        column[i] = shape.get(i)[0];
        left[i] = shape.get(i)[1];
        right[i] = shape.get(i)[2];
        threshold[i] = thresholds.get(i);
      }
      return new LineForest.Tree(column, threshold, left, right);
    }
  }
}
