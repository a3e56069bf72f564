package org.nangdok.voice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Gender;

/**
 * All voices there are: those that come with the program and the people whom packs bring, one file
 * each in {@code voices/catalogue}, and what else is installed. What is installed comes and goes.
 * Thread-safe.
 */
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
   * @param quality how natural it sounds; voices that come with the program have 0
   */
  record Sound(double pitch, Variation variation, int quality) {}

  private static final Sound UNKNOWN = new Sound(150, Variation.PITCH, 0);

  private record Entry(Voice voice, Sound sound) {}

  private final Map<String, Entry> own = new LinkedHashMap<>();
  private final Map<String, String> offered = new TreeMap<>();
  private final Map<String, List<Entry>> people = new TreeMap<>();
  private volatile Map<String, Entry> voices = Map.of();

  private Catalogue() {}

  /**
   * Reads the catalogue.
   *
   * @throws VoiceFileException naming the file and what is wrong in it
   */
  public static Catalogue read(VoicesFolder folder) {
    Catalogue catalogue = new Catalogue();
    for (String name : folder.list("catalogue")) {
      if (name.endsWith(".yaml")) {
        catalogue.add(YamlFile.read(folder, name));
      }
    }
    catalogue.replaceInstalled(List.of());
    return catalogue;
  }

  private void add(YamlFile file) {
    String pack = String.valueOf(file.values().getOrDefault("pack", ""));
    double pitch = file.number("pitch", 150);
    Voice voice =
        new Voice(
            file.text("id"),
            file.text("engine"),
            pack.isEmpty() ? file.text("engineVoice") : file.text("recipe") + ", pitch " + pitch,
            file.text("version"),
            file.text("language"),
            gender(file),
            file.text("name"),
            file.text("licence"),
            file.text("source"),
            file.number("gain", 0));
    boolean speed = file.values().getOrDefault("vary", "pitch").equals("speed");
    var sound = new Sound(pitch, speed ? Variation.SPEED : Variation.PITCH, 0);
    if (own.containsKey(voice.id()) || offered.containsKey(voice.id())) {
      throw new VoiceFileException(
          file.place() + ": another file has the id " + voice.id() + " too.");
    }
    if (pack.isEmpty()) {
      own.put(voice.id(), new Entry(voice, sound));
    } else {
      people.computeIfAbsent(pack, name -> new ArrayList<>()).add(new Entry(voice, sound));
      offered.put(voice.id(), pack);
    }
  }

  /**
   * The people of the catalogue whom a pack brings.
   *
   * @param quality how natural the pack sounds
   */
  public List<InstalledVoice> people(String pack, int quality) {
    return people.getOrDefault(pack, List.of()).stream()
        .map(one -> new InstalledVoice(one.voice(), one.sound().pitch(), quality))
        .toList();
  }

  /**
   * Puts these voices in the place of all that were installed before. A voice that comes with the
   * program keeps its id.
   */
  public synchronized void replaceInstalled(List<InstalledVoice> installed) {
    Map<String, Entry> all = new LinkedHashMap<>(own);
    for (InstalledVoice one : installed) {
      all.putIfAbsent(
          one.voice().id(),
          new Entry(one.voice(), new Sound(one.pitch(), Variation.PITCH, one.quality())));
    }
    voices = Collections.unmodifiableMap(all);
  }

  /**
   * Names voices that aren't installed but may be: castings may speak of them.
   *
   * @param packs the pack of each voice's id
   */
  public synchronized void offer(Map<String, String> packs) {
    offered.putAll(packs);
  }

  /** The packs that would bring voices of a language. */
  private synchronized Set<String> packsIn(String language) {
    return offered.entrySet().stream()
        .filter(voice -> voice.getKey().startsWith(primary(language) + "-"))
        .map(Map.Entry::getValue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a casting may name a voice: it is there, or may be installed. */
  synchronized boolean mayBe(String id) {
    return voices.containsKey(id) || offered.containsKey(id);
  }

  private static @org.jspecify.annotations.Nullable Gender gender(YamlFile file) {
    Object gender = file.values().get("gender");
    if (gender == null) {
      return null;
    }
    try {
      return Gender.valueOf(gender.toString().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new VoiceFileException(
          file.place() + ": \"gender\" must be female or male or left out.", e);
    }
  }

  /** All voices, by the names of their files. */
  public List<Voice> voices() {
    return voices.values().stream().map(Entry::voice).toList();
  }

  /** The voice with an id. */
  public Optional<Voice> find(String id) {
    return Optional.ofNullable(voices.get(id)).map(Entry::voice);
  }

  /**
   * The voice with an id.
   *
   * @throws VoiceException with code {@code voice.unknown} if there is none
   */
  public Voice get(String id) {
    return find(id).orElseThrow(() -> VoiceException.unknown(id));
  }

  /**
   * The voices that speak a language for anybody; regions don't count. Those that speak {@linkplain
   * InstalledVoice#BY_NAME_ONLY by name only} are left out.
   *
   * @throws VoiceException with code {@code voice.no-language} if none does
   */
  public List<Voice> speaking(String language) {
    List<Voice> speaking = new ArrayList<>();
    for (Voice voice : voices()) {
      if (speaksForAnybody(voice) && primary(voice.language()).equals(primary(language))) {
        speaking.add(voice);
      }
    }
    if (speaking.isEmpty()) {
      throw VoiceException.noLanguage(language, languages(), packsIn(language));
    }
    return speaking;
  }

  private boolean speaksForAnybody(Voice voice) {
    return quality(voice) != InstalledVoice.BY_NAME_ONLY;
  }

  /** The languages that voices speak for anybody, as BCP 47 tags, sorted. */
  public Set<String> languages() {
    Set<String> languages = new TreeSet<>();
    for (Voice voice : voices()) {
      if (speaksForAnybody(voice)) {
        languages.add(voice.language());
      }
    }
    return languages;
  }

  /** Whether a voice's pitch can be changed. */
  public boolean takesPitch(Voice voice) {
    return sound(voice).variation() == Variation.PITCH;
  }

  /** What casting knows of a voice. */
  Sound sound(Voice voice) {
    Entry entry = voices.get(voice.id());
    return entry == null ? UNKNOWN : entry.sound();
  }

  /** How natural a voice sounds; voices that come with the program have 0. */
  public int quality(Voice voice) {
    return sound(voice).quality();
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
