package org.nangdok.speech.neural.piper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Json;
import tools.jackson.databind.JsonNode;

/**
 * What {@code MODEL.onnx.json} says of a model.
 *
 * @param sampleRate samples per second
 * @param language BCP 47 tag
 * @param phonemes espeak-ng's name of the language; empty where the model reads letters
 * @param ids the network's numbers of each phoneme
 * @param speakers the number of each speaker by name; empty where there is one
 * @param speakerCount how many speakers the network has
 * @param noise how much the sound varies
 * @param length factor on the length
 * @param noiseWidth how much lengths vary
 */
public record PiperSettings(
    int sampleRate,
    String language,
    String phonemes,
    Map<Integer, List<Long>> ids,
    Map<String, Long> speakers,
    int speakerCount,
    float noise,
    float length,
    float noiseWidth) {

  private static final int START = '^';
  private static final int END = '$';
  private static final int PAD = '_';

  /** Reads the file. */
  public static PiperSettings read(Path file) {
    JsonNode root = Json.read(file);
    String type = root.at("/phoneme_type").asString("espeak");
    if (!type.equals("espeak") && !type.equals("text")) {
      throw new SpeechException(
          "The model "
              + file.getFileName()
              + " reads phonemes of the type "
              + type
              + ", which is not known here.");
    }
    String espeak = root.at("/espeak/voice").asString("");
    String code = root.at("/language/code").asString(espeak).replace('_', '-');
    if (code.isEmpty() || type.equals("espeak") && espeak.isEmpty()) {
      throw new SpeechException("The file " + file.getFileName() + " names no language.");
    }
    Map<Integer, List<Long>> ids = new LinkedHashMap<>();
    for (var entry : root.at("/phoneme_id_map").properties()) {
      List<Long> numbers = new ArrayList<>();
      entry.getValue().forEach(number -> numbers.add(number.asLong()));
      if (entry.getKey().codePointCount(0, entry.getKey().length()) == 1) {
        ids.put(entry.getKey().codePointAt(0), List.copyOf(numbers));
      }
    }
    if (!ids.keySet().containsAll(List.of(START, END, PAD))) {
      throw new SpeechException(
          "The file " + file.getFileName() + " lacks the phonemes ^, $ and _ in phoneme_id_map.");
    }
    Map<String, Long> speakers = new LinkedHashMap<>();
    root.at("/speaker_id_map")
        .properties()
        .forEach(entry -> speakers.put(entry.getKey(), entry.getValue().asLong()));
    return new PiperSettings(
        Json.positive(root, "/audio/sample_rate", file),
        code,
        type.equals("text") ? "" : espeak,
        Map.copyOf(ids),
        speakers,
        Math.max(1, root.at("/num_speakers").asInt(1)),
        (float) root.at("/inference/noise_scale").asDouble(0.667),
        (float) root.at("/inference/length_scale").asDouble(1),
        (float) root.at("/inference/noise_w").asDouble(0.8));
  }

  /**
   * The names of the model's voices: one without a name, or one for each speaker.
   *
   * @return what stands behind the {@code #} of {@code engineVoice}
   */
  public List<String> voices() {
    if (speakerCount == 1) {
      return List.of("");
    }
    if (!speakers.isEmpty()) {
      return List.copyOf(speakers.keySet());
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < speakerCount; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }

  /** The number of a speaker by its name. */
  long speaker(String name) {
    Long number = speakers.get(name);
    if (number != null) {
      return number;
    }
    if (name.matches("\\d{1,5}") && Integer.parseInt(name) < speakerCount) {
      return Integer.parseInt(name);
    }
    throw new SpeechException("The model has no speaker " + name + ".");
  }

  /** Phonemes as the network's numbers: start, each with a pad behind it, end. */
  long[] numbers(String phonemes) {
    List<Long> numbers = new ArrayList<>(of(START));
    numbers.addAll(of(PAD));
    phonemes
        .codePoints()
        .filter(ids::containsKey)
        .filter(phoneme -> phoneme != START && phoneme != END && phoneme != PAD)
        .forEach(
            phoneme -> {
              numbers.addAll(of(phoneme));
              numbers.addAll(of(PAD));
            });
    numbers.addAll(of(END));
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  /** Whether any of the phonemes is a sound, and not only punctuation. */
  boolean speakable(String phonemes) {
    return phonemes
        .codePoints()
        .anyMatch(phoneme -> Character.isLetter(phoneme) && ids.containsKey(phoneme));
  }

  private List<Long> of(int phoneme) {
    return ids.getOrDefault(phoneme, List.of());
  }
}
