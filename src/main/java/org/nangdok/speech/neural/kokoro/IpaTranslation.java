package org.nangdok.speech.neural.kokoro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From espeak-ng's IPA to the network's symbols, the longest entry of a table first. */
final class IpaTranslation {

  private static final Map<String, Map<String, String>> TABLES = new ConcurrentHashMap<>();
  private static final int LONGEST = 4;

  private final Map<String, String> table;
  private final Vocabulary known;

  private IpaTranslation(Map<String, String> table, Vocabulary known) {
    this.table = table;
    this.known = known;
  }

  /** The one of an accent. */
  static IpaTranslation of(String accent, Vocabulary known) {
    String name = accent.equals("gb") ? "english-gb.tsv" : "english-us.tsv";
    return new IpaTranslation(TABLES.computeIfAbsent(name, IpaTranslation::read), known);
  }

  private static Map<String, String> read(String name) {
    Map<String, String> table = new LinkedHashMap<>();
    InputStream in = IpaTranslation.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("There is no " + name + " on the class path.");
    }
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .forEach(cells -> table.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read.", e);
    }
    return table;
  }

  /** The symbols of one word; what the network doesn't know is left out. */
  List<String> symbols(String ipa) {
    List<String> symbols = new ArrayList<>();
    int at = 0;
    while (at < ipa.length()) {
      int length = Math.min(LONGEST, ipa.length() - at);
      while (length > 1 && !table.containsKey(ipa.substring(at, at + length))) {
        length--;
      }
      String part = ipa.substring(at, at + length);
      table
          .getOrDefault(part, part)
          .codePoints()
          .mapToObj(Character::toString)
          .filter(known::has)
          .forEach(symbols::add);
      at += length;
    }
    return symbols;
  }
}
