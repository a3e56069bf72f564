package org.nangdok.voice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Gender;

/** All voices there are, one file each in {@code voices/catalogue}. Immutable and thread-safe. */
public final class Catalogue {

  /** How people are told apart who share a voice. */
  enum Variation {
    PITCH,
    SPEED
  }

  /**
   * What casting knows of a voice beyond what speaks it.
   *
   * @param pitch mean fundamental frequency in Hz
   */
  record Sound(double pitch, Variation variation) {}

  private final Map<String, Voice> voices = new LinkedHashMap<>();
  private final Map<String, Sound> sounds = new LinkedHashMap<>();

  private Catalogue() {}

  /**
   * Reads the catalogue.
   *
   * @throws IllegalStateException naming the file and what is wrong in it
   */
  public static Catalogue read(VoicesFolder folder) {
    Catalogue catalogue = new Catalogue();
    for (String name : folder.list("catalogue")) {
      if (name.endsWith(".yaml")) {
        catalogue.add(YamlFile.read(folder, name));
      }
    }
    return catalogue;
  }

  private void add(YamlFile file) {
    Voice voice =
        new Voice(
            file.text("id"),
            file.text("engine"),
            file.text("engineVoice"),
            file.text("version"),
            file.text("language"),
            gender(file),
            file.text("name"),
            file.text("licence"),
            file.text("source"),
            file.number("gain", 0));
    if (voices.put(voice.id(), voice) != null) {
      throw new IllegalStateException(
          file.place() + ": another file has the id " + voice.id() + " too.");
    }
    boolean speed = file.values().getOrDefault("vary", "pitch").equals("speed");
    sounds.put(
        voice.id(),
        new Sound(file.number("pitch", 150), speed ? Variation.SPEED : Variation.PITCH));
  }

  private static @org.jspecify.annotations.Nullable Gender gender(YamlFile file) {
    Object gender = file.values().get("gender");
    if (gender == null) {
      return null;
    }
    try {
      return Gender.valueOf(gender.toString().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          file.place() + ": \"gender\" must be female or male or left out.", e);
    }
  }

  /** All voices, by the names of their files. */
  public List<Voice> voices() {
    return List.copyOf(voices.values());
  }

  /** The voice with an id. */
  public Optional<Voice> find(String id) {
    return Optional.ofNullable(voices.get(id));
  }

  /**
   * The voice with an id.
   *
   * @throws VoiceException with code {@code voice.unknown} if there is none
   */
  public Voice get(String id) {
    Voice voice = voices.get(id);
    if (voice == null) {
      throw VoiceException.unknown(id);
    }
    return voice;
  }

  /**
   * The voices that speak a language; regions don't count.
   *
   * @throws VoiceException with code {@code voice.no-language} if none does
   */
  public List<Voice> speaking(String language) {
    List<Voice> speaking = new ArrayList<>();
    for (Voice voice : voices.values()) {
      if (primary(voice.language()).equals(primary(language))) {
        speaking.add(voice);
      }
    }
    if (speaking.isEmpty()) {
      throw VoiceException.noLanguage(language, languages());
    }
    return speaking;
  }

  /** The languages that voices speak, as BCP 47 tags, sorted. */
  public Set<String> languages() {
    Set<String> languages = new TreeSet<>();
    for (Voice voice : voices.values()) {
      languages.add(voice.language());
    }
    return languages;
  }

  /** What casting knows of a voice. */
  Sound sound(Voice voice) {
    return sounds.getOrDefault(voice.id(), new Sound(150, Variation.PITCH));
  }

  /** Whether listeners surely tell two voices apart: other sex, or four semitones. */
  boolean areApart(Voice first, Voice second) {
    if (first.gender() != null && second.gender() != null && first.gender() != second.gender()) {
      return true;
    }
    double ratio = sound(first).pitch() / sound(second).pitch();
    return Math.abs(12 * Math.log(ratio) / Math.log(2)) >= 4;
  }

  static String primary(String tag) {
    int hyphen = tag.indexOf('-');
    return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
  }
}
