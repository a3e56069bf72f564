package org.nangdok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.piper.PiperEngine;
import org.nangdok.speech.neural.piper.PiperSettings;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;
import org.nangdok.voice.pack.ContentVersions;
import org.nangdok.voice.pack.PackOffer;
import org.nangdok.voice.pack.PackOffers;
import org.nangdok.voice.pack.PackShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What installed packs and models that somebody put under the voices folder give to speak with. */
final class NaturalVoices {

  private static final Logger LOG = LoggerFactory.getLogger(NaturalVoices.class);
  private static final String MODEL = ".onnx";
  private static final int DEPTH = 3;
  private static final Set<String> ENGINES = Set.of("kokoro", PiperEngine.NAME, "supertonic");

  private final PackOffers offers;
  private final PackShelf shelf;
  private final @Nullable Path overlay;
  private final Predicate<String> readable;
  private final VoiceLevels levels;
  private final Catalogue catalogue;
  private final ContentVersions versions;

  /**
   * @param overlay the user's own voices folder
   * @param readable whether texts in a language can be read
   * @param catalogue knows the people whom packs bring
   * @param versions tells one model's files from another's
   */
  NaturalVoices(
      PackOffers offers,
      PackShelf shelf,
      @Nullable Path overlay,
      Predicate<String> readable,
      VoiceLevels levels,
      Catalogue catalogue,
      ContentVersions versions) {
    this.versions = versions;
    this.catalogue = catalogue;
    this.offers = offers;
    this.shelf = shelf;
    this.overlay = overlay;
    this.readable = readable;
    this.levels = levels;
  }

  /** Whether an engine takes much work for a second of sound. */
  static boolean isNatural(String engine) {
    return ENGINES.contains(engine);
  }

  /** The ids of all voices that packs would give, each with its pack. */
  static Map<String, String> ids(PackOffers offers) {
    Map<String, String> ids = new TreeMap<>();
    for (PackOffer offer : offers.all()) {
      for (String language : offer.languages()) {
        offer.speakers().forEach(speaker -> ids.put(id(offer, language, speaker), offer.name()));
      }
    }
    return ids;
  }

  private static String id(PackOffer offer, String language, PackOffer.Speaker speaker) {
    String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    return primary + "-" + offer.engine() + "-" + speaker.id();
  }

  /** The folder of an engine's installed pack. */
  Optional<Path> packOf(String engine) {
    return offers.all().stream()
        .filter(offer -> offer.engine().equals(engine))
        .flatMap(offer -> Optional.ofNullable(shelf.installed().get(offer.name())).stream())
        .findFirst();
  }

  /** The voices of all installed packs and of all models found. */
  List<InstalledVoice> all() {
    List<InstalledVoice> all = new ArrayList<>();
    Map<String, Path> installed = shelf.installed();
    for (PackOffer offer : offers.all()) {
      Path folder = installed.get(offer.name());
      if (folder != null) {
        all.addAll(voices(offer, versions.of(folder)));
        all.addAll(catalogue.people(offer.name(), offer.quality()));
      }
    }
    models()
        .forEach(
            (model, file) -> {
              boolean known = all.stream().anyMatch(one -> one.voice().engineVoice().equals(model));
              if (!known) {
                all.addAll(found(model, file));
              }
            });
    return all.stream().map(this::levelled).toList();
  }

  private InstalledVoice levelled(InstalledVoice one) {
    Voice voice = one.voice();
    double gain = levels.gain(voice).orElse(voice.gain());
    return new InstalledVoice(
        new Voice(
            voice.id(),
            voice.engine(),
            voice.engineVoice(),
            voice.version(),
            voice.language(),
            voice.gender(),
            voice.name(),
            voice.licence(),
            voice.source(),
            gain),
        one.pitch(),
        one.quality());
  }

  private List<InstalledVoice> voices(PackOffer offer, String version) {
    List<InstalledVoice> voices = new ArrayList<>();
    for (String language : offer.languages()) {
      if (!readable.test(language)) {
        continue;
      }
      for (PackOffer.Speaker speaker : offer.speakers()) {
        voices.add(
            new InstalledVoice(
                new Voice(
                    id(offer, language, speaker),
                    offer.engine(),
                    speaker.engineVoice(),
                    version,
                    language,
                    speaker.gender(),
                    speaker.name(),
                    offer.licence(),
                    offer.source(),
                    speaker.gain()),
                speaker.pitch(),
                offer.quality()));
      }
    }
    return voices;
  }

  /** A model that somebody put under the voices folder: what its JSON file says is all there is. */
  private List<InstalledVoice> found(String model, Path file) {
    List<InstalledVoice> voices = new ArrayList<>();
    try {
      PiperSettings settings =
          PiperSettings.read(file.resolveSibling(file.getFileName() + ".json"));
      if (!readable.test(settings.language())) {
        return voices;
      }
      for (String speaker : settings.voices()) {
        String whole = speaker.isEmpty() ? model : model + "#" + speaker;
        voices.add(
            new InstalledVoice(
                new Voice(
                    whole.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-"),
                    PiperEngine.NAME,
                    whole,
                    versions.of(file),
                    settings.language(),
                    null,
                    whole,
                    "as its maker says",
                    "a model in the voices folder",
                    0),
                150,
                1));
      }
    } catch (SpeechException e) {
      LOG.warn("The model {} can't be used: {}", file.getFileName(), e.getMessage());
    }
    return voices;
  }

  /** The file of a model by its name. */
  Optional<Path> model(String name) {
    return Optional.ofNullable(models().get(name));
  }

  private Map<String, Path> models() {
    Map<String, Path> models = new TreeMap<>();
    List<Path> places = new ArrayList<>(shelf.installed().values());
    if (overlay != null && Files.isDirectory(overlay)) {
      places.add(overlay);
    }
    for (Path place : places) {
      try (var files = Files.walk(place, DEPTH)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(MODEL))
            .filter(file -> Files.isRegularFile(file.resolveSibling(file.getFileName() + ".json")))
            .forEach(
                file -> {
                  String name = file.getFileName().toString();
                  models.putIfAbsent(name.substring(0, name.length() - MODEL.length()), file);
                });
      } catch (IOException e) {
        LOG.warn("The folder {} can't be read", place.getFileName(), e);
      }
    }
    return models;
  }
}
