package org.nangdok.speech.neural.kokoro;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Json;

/** The network's symbols and their numbers, from {@code vocab.json} of the pack. */
public final class Vocabulary {

  private final Map<String, Long> numbers;

  private Vocabulary(Map<String, Long> numbers) {
    this.numbers = Map.copyOf(numbers);
  }

  /**
   * Reads the file: an object {@code vocab} of symbols and numbers.
   *
   * @throws SpeechException if it is missing or isn't one
   */
  public static Vocabulary read(Path file) {
    Map<String, Long> numbers = new HashMap<>();
    Json.read(file)
        .path("vocab")
        .properties()
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asLong(0)));
    if (numbers.isEmpty()) {
      throw new SpeechException("The file " + file.getFileName() + " has no vocabulary.");
    }
    return new Vocabulary(numbers);
  }

  /** Whether the network knows a symbol. */
  public boolean has(String symbol) {
    return numbers.containsKey(symbol);
  }

  /**
   * The numbers of symbols.
   *
   * @throws SpeechException naming a symbol that it doesn't have
   */
  public long[] numbers(List<String> symbols) {
    return symbols.stream()
        .mapToLong(
            symbol -> {
              Long number = numbers.get(symbol);
              if (number == null) {
                throw new SpeechException("Kokoro has no symbol \"" + symbol + "\".");
              }
              return number;
            })
        .toArray();
  }
}
