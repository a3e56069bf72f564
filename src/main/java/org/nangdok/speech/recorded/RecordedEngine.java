package org.nangdok.speech.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;
import org.nangdok.speech.TimedPhone;
import org.nangdok.speech.korean.KoreanSound;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.utterance.Utterance;

/**
 * Speaks Korean with recordings of our own ({@code voices/recordings}), chosen and joined with the
 * planned lengths and melody. Word marks are the planned times, which it keeps. Threads share it.
 */
public final class RecordedEngine implements PhoneticEngine {

  /** The name by which voices name this engine. */
  public static final String NAME = "recorded";

  /** What kept readings call the engine that spoke for the same people before. */
  public static final String FORMER_NAME = "espeak";

  /** Samples per second of what it speaks. */
  public static final int SAMPLE_RATE = Inventory.SAMPLE_RATE;

  /** Changes whenever the same recordings and plan get another sound. */
  private static final String JOINING_VERSION = "1";

  private static final String PEOPLE = "recordings/people.tsv";
  private static final int COLUMNS = 9;

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Person> former = new HashMap<>();
  private final Map<String, Inventory> inventories = new LinkedHashMap<>();
  private final String version;

  private RecordedEngine(VoicesFolder voices) {
    read(voices);
    var hashes = new StringBuilder();
    for (Person person : people.values()) {
      inventories.computeIfAbsent(person.recordings(), name -> Inventory.read(voices, name));
    }
    inventories.values().forEach(inventory -> hashes.append(inventory.fingerprint()).append('-'));
    version = hashes + Prosody.VERSION + "-" + JOINING_VERSION;
  }

  /**
   * Reads the people and their recordings.
   *
   * @throws SpeechException if a file is missing or broken
   */
  public static RecordedEngine open(VoicesFolder voices) {
    return new RecordedEngine(voices);
  }

  private void read(VoicesFolder voices) {
    InputStream file =
        voices
            .open(PEOPLE)
            .orElseThrow(() -> new SpeechException("There is no file voices/" + PEOPLE + "."));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file voices/" + PEOPLE + " can't be read.", e);
    }
  }

  private void add(String line) {
    String[] cells = line.split("\t");
    if (cells.length != COLUMNS) {
      throw new SpeechException("voices/" + PEOPLE + " has a line without 9 columns: " + line);
    }
    try {
      var person =
          new Person(
              cells[0],
              cells[1],
              cells[2].equals("female"),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5]),
              Double.parseDouble(cells[6]),
              Double.parseDouble(cells[7]));
      people.put(person.name(), person);
      former.put(cells[8], person);
    } catch (NumberFormatException e) {
      throw new SpeechException("voices/" + PEOPLE + " has a line with no number: " + line, e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return version;
  }

  /** The people's names, {@code engineVoice} of the voices of this engine. */
  public Set<String> speakers() {
    return people.keySet();
  }

  /** Whether listeners take a person for a woman. */
  public boolean isFemale(String name) {
    return person(name).female();
  }

  /** A person's own pitch in hertz. */
  public double hertz(String name) {
    return person(name).hertz();
  }

  Person person(String name) {
    Person person = people.getOrDefault(name, former.get(name));
    if (person == null) {
      throw new SpeechException("There is no recorded Korean speaker " + name + ".");
    }
    return person;
  }

  @Override
  public Speech speak(Utterance utterance) {
    List<Phrase> plan = Prosody.plan(utterance.reading());
    KoreanSound sound = speak(plan, utterance);
    short[] samples =
        utterance.delivery().telephone()
            ? Telephone.line(sound.samples(), sound.sampleRate())
            : sound.samples();
    return new Speech(samples, sound.sampleRate(), sound.marks(utterance.reading(), plan), true);
  }

  @Override
  public List<TimedPhone> phones(Utterance utterance) {
    List<Phrase> plan = Prosody.plan(utterance.reading());
    PhonePlan phones =
        PhonePlan.of(
            plan, utterance.delivery().speed() * person(utterance.voice().engineVoice()).tempo());
    return sound(new short[0], phones).phones(utterance.reading(), plan);
  }

  private KoreanSound speak(List<Phrase> plan, Utterance utterance) {
    return speak(
        plan,
        utterance.voice().engineVoice(),
        utterance.delivery().speed(),
        utterance.delivery().pitch());
  }

  /**
   * Speaks a plan.
   *
   * @param name one of {@link #speakers}
   * @param speed factor on the person's own rate, 0.5 to 2
   * @param semitones added to the person's own pitch
   */
  public KoreanSound speak(List<Phrase> plan, String name, double speed, double semitones) {
    Person person = person(name);
    if (Phrase.speakable(plan).isEmpty()) {
      return new KoreanSound(new short[0], SAMPLE_RATE, List.of());
    }
    Inventory inventory = inventory(person);
    PhonePlan phones = PhonePlan.of(plan, speed * person.tempo());
    int[] chosen = new Selection(inventory).choose(phones.phones());
    var melody = new Melody(phones.melody(), person.hertz(), semitones, person.melody());
    float[] joined =
        new Joiner(inventory, person.formants())
            .join(
                Layout.of(inventory, phones.phones(), chosen),
                melody,
                (int) Math.round(phones.seconds() * SAMPLE_RATE));
    return sound(Level.samples(joined, person.brightness()), phones);
  }

  private Inventory inventory(Person person) {
    Inventory inventory = inventories.get(person.recordings());
    if (inventory == null) {
      throw new IllegalStateException("The recordings of " + person.name() + " aren't loaded.");
    }
    return inventory;
  }

  private static KoreanSound sound(short[] samples, PhonePlan phones) {
    return new KoreanSound(
        samples,
        SAMPLE_RATE,
        phones.syllables().stream().map(span -> span.samples(SAMPLE_RATE)).toList());
  }
}
