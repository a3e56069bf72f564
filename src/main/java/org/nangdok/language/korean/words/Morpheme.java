package org.nangdok.language.korean.words;

import java.util.List;
import org.apache.lucene.analysis.ko.POS;

/**
 * A piece of Korean text that the tagger takes as one, by the Sejong tag set.
 *
 * @param form the letters
 * @param first tag of its first part
 * @param last tag of its last part
 * @param start first character in the tagged text
 * @param end one past the last
 * @param parts what it is made of: nouns of a compound, or stem and endings of a contracted verb;
 *     empty if it is simple
 * @param contracted whether the parts have no places of their own in the text (하 + ㄹ in 할)
 */
record Morpheme(
    String form,
    POS.Tag first,
    POS.Tag last,
    int start,
    int end,
    List<Part> parts,
    boolean contracted) {

  /** A part of a compound or contracted form. */
  record Part(String form, POS.Tag tag) {}

  int length() {
    return end - start;
  }

  boolean isNoun() {
    return switch (last) {
      case NNG, NNP, NNB, NNBC, NP, NR, XSN, XR, XPN -> true;
      default -> false;
    };
  }

  boolean isVerbStem() {
    return switch (last) {
      case VV, VA, VX, XSV, XSA -> true;
      default -> false;
    };
  }

  boolean startsEnding() {
    return switch (first) {
      case EP, EF, EC, ETN, ETM -> true;
      default -> false;
    };
  }

  /** Whether it can't stand alone: particle, ending, copula or suffix. */
  boolean isDependent() {
    return switch (first) {
      case JKS, JKC, JKG, JKO, JKB, JKV, JKQ, JX, JC, VCP, XSN, XSV, XSA -> true;
      default -> startsEnding();
    };
  }

  /** Whether it is a particle. */
  boolean isParticle() {
    return switch (last) {
      case JKS, JKC, JKG, JKO, JKB, JKV, JKQ, JX, JC -> true;
      default -> false;
    };
  }
}
