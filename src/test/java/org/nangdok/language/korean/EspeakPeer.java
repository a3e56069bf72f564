package org.nangdok.language.korean;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * espeak-ng's own Korean ({@code espeak-ng -v ko}) as a peer: its phoneme mnemonics and a gold
 * pronunciation in Hangul are both written as the same symbols, in which only what distinguishes
 * words counts. Voicing, ㅐ and ㅔ, and how a coda is released are the same to it, so that no
 * difference of notation counts against the peer.
 */
final class EspeakPeer {

  private static final Set<String> VOWELS = Set.of("A", "EO", "O", "U", "EU", "I", "E");
  private static final Set<String> GLIDES = Set.of("W", "Y");

  private static final Map<String, String> MNEMONICS =
      Map.ofEntries(
          Map.entry("g", "K"),
          Map.entry("q", "K"),
          Map.entry("k", "K"),
          Map.entry("g-", "KK"),
          Map.entry("q-", "KK"),
          Map.entry("k-", "KK"),
          Map.entry("kh", "KH"),
          Map.entry("d", "T"),
          Map.entry("t", "T"),
          Map.entry("t-", "TT"),
          Map.entry("th", "TH"),
          Map.entry("b", "P"),
          Map.entry("p", "P"),
          Map.entry("p-", "PP"),
          Map.entry("ph", "PH"),
          Map.entry("tS", "C"),
          Map.entry("dZ", "C"),
          Map.entry("tS-", "CC"),
          Map.entry("s", "S"),
          Map.entry("s-", "SS"),
          Map.entry("h", "H"),
          Map.entry("m", "M"),
          Map.entry("n", "N"),
          Map.entry("N", "NG"),
          Map.entry("*", "R"),
          Map.entry("L", "R"),
          Map.entry("l", "L"),
          Map.entry("a", "A"),
          Map.entry("@", "EO"),
          Map.entry("o", "O"),
          Map.entry("u", "U"),
          Map.entry("u-", "EU"),
          Map.entry("i", "I"),
          Map.entry("E", "E"),
          Map.entry("e", "E"),
          Map.entry("w", "W"),
          Map.entry("j", "Y"));

  private static final String[] ONSETS =
      "K KK N T TT R M P PP S SS - C CC CH KH TH PH H".split(" ");
  private static final String[] NUCLEI =
      "A,E,Y A,Y E,EO,E,Y EO,Y E,O,W A,W E,W E,Y O,U,W EO,W E,W I,Y U,EU,EU Y,I".split(",");
  private static final String[] CODAS =
      "- K K K N N N T R K M R R R P R M P P T T NG T T K T P T".split(" ");

  private EspeakPeer() {}

  static boolean isInstalled() {
    try {
      return new ProcessBuilder("espeak-ng", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How espeak-ng says a word, in our symbols. */
  static String spoken(String word) throws IOException, InterruptedException {
    Process espeak =
        new ProcessBuilder("espeak-ng", "-v", "ko", "-q", "-x", "--sep=_", word)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(espeak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    espeak.waitFor();
    List<String> symbols = new ArrayList<>();
    for (String mnemonic : said.strip().split("[_\\s]+")) {
      String symbol = MNEMONICS.get(mnemonic.replaceAll("[',;:%=]", ""));
      if (symbol != null) {
        symbols.add(symbol);
      }
    }
    return joined(symbols);
  }

  /** An h behind a stop aspirates it, a tense stop without a vowel is a coda, an l is double. */
  private static String joined(List<String> symbols) {
    var all = new StringBuilder();
    for (int i = 0; i < symbols.size(); i++) {
      String symbol = symbols.get(i);
      String next = i + 1 < symbols.size() ? symbols.get(i + 1) : "";
      boolean sounded = VOWELS.contains(next) || GLIDES.contains(next);
      boolean aspirated = Set.of("K", "T", "P", "C").contains(symbol) && next.equals("H");
      if (aspirated) {
        symbol += "H";
        i++;
      } else if (symbol.length() == 2 && "KKTTPP".contains(symbol) && !sounded) {
        symbol = symbol.substring(1);
      } else if (symbol.equals("L")) {
        symbol = "R R";
      }
      all.append(symbol).append(' ');
    }
    return all.toString().strip();
  }

  /** A pronunciation written in Hangul, in the same symbols. */
  static String written(String hangul) {
    var all = new StringBuilder();
    for (char c : hangul.toCharArray()) {
      int index = c - '가';
      if (index < 0 || index > '힣' - '가') {
        continue;
      }
      for (String symbol :
          List.of(ONSETS[index / 588], NUCLEI[index / 28 % 21], CODAS[index % 28])) {
        if (!symbol.equals("-")) {
          all.append(symbol).append(' ');
        }
      }
    }
    return all.toString().strip();
  }
}
