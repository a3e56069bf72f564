package org.nangdok;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import marytts.language.ko.KoreanBackend;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.KeptFiles;
import org.nangdok.data.VoicesFolder;
import org.nangdok.problem.ProblemException;
import org.nangdok.speech.Engine;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.speech.mary.MaryEngine;
import org.nangdok.speech.mbrola.MbrolaEngine;
import org.nangdok.speech.neural.kokoro.KokoroEngine;
import org.nangdok.speech.neural.kokoro.KokoroPack;
import org.nangdok.speech.neural.piper.PiperEngine;
import org.nangdok.speech.neural.supertonic.SupertonicEngine;
import org.nangdok.speech.recorded.RecordedEngine;
import org.nangdok.speech.remote.RemoteEngine;
import org.nangdok.speech.remote.SpentCharacters;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of this process, each found by its name once it runs. The installed ones may be
 * loaded anew at any time.
 */
final class SpeakingEngines implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpeakingEngines.class);

  private final VoicesFolder voices;
  private final Path folder;
  private final Catalogue catalogue;
  private final NaturalVoices natural;
  private final NaturalSettings settings;
  private final RemoteSettings remote;
  private final MbrolaSettings mbrola;
  private final Map<String, Engine> running = new ConcurrentHashMap<>();

  /** Engines of packs that were removed or replaced; a sentence may still be in work. */
  private final List<Engine> retired = new CopyOnWriteArrayList<>();

  private final @Nullable SpentCharacters characters;
  private final TextRooms rooms;
  private final VoiceLevels levels;
  private @Nullable Path loadedPack;
  private @Nullable Path loadedKokoro;
  private @Nullable Phonemizer phonemizer;

  /**
   * @param folder where engines unpack what they need
   * @param packs where installed packs lie
   * @param settings how much installed engines may use
   * @param mbrola where the machine may have MBROLA
   */
  SpeakingEngines(
      TextRooms rooms,
      Path folder,
      Path packs,
      NaturalSettings settings,
      RemoteSettings remote,
      MbrolaSettings mbrola) {
    this(rooms, folder, packs, VoiceLevels.folder(packs), settings, remote, null, mbrola);
  }

  /**
   * @param levels where is kept how loud voices are
   * @param characters counts what is sent to a server; this machine by itself if null
   */
  SpeakingEngines(
      TextRooms rooms,
      Path folder,
      Path packs,
      KeptFiles levels,
      NaturalSettings settings,
      RemoteSettings remote,
      @Nullable SpentCharacters characters,
      MbrolaSettings mbrola) {
    this.characters = characters;
    this.remote = remote;
    this.mbrola = mbrola;
    this.rooms = rooms;
    this.levels = new VoiceLevels(levels);
    this.voices = rooms.voicesFolder();
    this.catalogue = rooms.catalogue();
    this.folder = folder;
    this.natural = rooms.natural(packs, this.levels);
    this.settings = settings;
  }

  /** Loads what is installed, lets go of what isn't any more, and tells the catalogue. */
  synchronized void startNatural() {
    loadSupertonic(natural.packOf(SupertonicEngine.NAME).orElse(null));
    loadKokoro(natural.packOf(KokoroEngine.NAME).orElse(null));
    List<InstalledVoice> installed = natural.all();
    boolean piper =
        installed.stream().anyMatch(one -> one.voice().engine().equals(PiperEngine.NAME));
    try {
      if (piper && !running.containsKey(PiperEngine.NAME)) {
        var engine = new PiperEngine(phonemizer(), natural::model, settings.engineThreads());
        running.put(engine.name(), engine);
      }
    } catch (SpeechException e) {
      LOG.error("Piper's voices can't be spoken on this machine", e);
    }
    startRemote();
    startMbrola();
    catalogue.replaceInstalled(
        Stream.of(installed, remote.installed(), List.of(MbrolaSettings.HN1))
            .flatMap(List::stream)
            .filter(one -> running.containsKey(one.voice().engine()))
            .toList());
  }

  private void startMbrola() {
    if (running.containsKey(MbrolaEngine.NAME) || !mbrola.isPresent()) {
      return;
    }
    try {
      var engine = MbrolaEngine.open(mbrola.program(), mbrola.database(), folder.resolve("mbrola"));
      running.put(engine.name(), engine);
      LOG.info(
          "The voice {} is there: {}",
          MbrolaSettings.HN1.voice().id(),
          MbrolaSettings.HN1.voice().licence());
    } catch (SpeechException e) {
      LOG.error("MBROLA can't be used: {}", e.getMessage());
    }
  }

  private void startRemote() {
    if (running.containsKey(RemoteEngine.NAME)) {
      return;
    }
    remote
        .server()
        .ifPresent(
            server -> {
              try {
                Files.createDirectories(folder);
                var engine =
                    characters == null
                        ? new RemoteEngine(server, folder.resolve("remote-characters.tsv"))
                        : new RemoteEngine(server, characters);
                running.put(engine.name(), engine);
              } catch (IOException e) {
                LOG.error("The folder of the speech server's count can't be made", e);
              }
            });
  }

  /** Measures the levels of installed voices of which nobody knows them yet, and uses them. */
  synchronized void levelNatural() {
    boolean measured = false;
    for (InstalledVoice one : natural.all()) {
      Engine engine = running.get(one.voice().engine());
      boolean known = one.voice().gain() != 0 || levels.gain(one.voice()).isPresent();
      if (engine == null || known) {
        continue;
      }
      try {
        levels.measure(one.voice(), engine.speak(rooms.sample(one.voice())));
        measured = true;
      } catch (SpeechException | ProblemException | UncheckedIOException e) {
        LOG.warn("The level of the voice {} can't be measured", one.voice().id(), e);
      }
    }
    if (measured) {
      startNatural();
    }
  }

  private void loadSupertonic(@Nullable Path pack) {
    if (Objects.equals(pack, loadedPack)) {
      return;
    }
    Engine before = running.remove(SupertonicEngine.NAME);
    if (before != null) {
      retired.add(before);
    }
    loadedPack = null;
    if (pack != null) {
      try {
        var engine = SupertonicEngine.open(pack, settings.steps(), settings.engineThreads());
        running.put(engine.name(), engine);
        loadedPack = pack;
      } catch (SpeechException e) {
        LOG.error("The pack {} can't be used: {}", pack.getFileName(), e.getMessage());
      }
    }
  }

  private void loadKokoro(@Nullable Path pack) {
    if (Objects.equals(pack, loadedKokoro)) {
      return;
    }
    Engine before = running.remove(KokoroEngine.NAME);
    if (before != null) {
      retired.add(before);
    }
    loadedKokoro = null;
    if (pack != null) {
      try {
        var engine =
            new KokoroEngine(KokoroPack.open(pack, settings.engineThreads()), phonemizer());
        running.put(engine.name(), engine);
        loadedKokoro = pack;
      } catch (SpeechException e) {
        LOG.error("The pack {} can't be used: {}", pack.getFileName(), e.getMessage());
      }
    }
  }

  /** One for all engines that need it. */
  private Phonemizer phonemizer() {
    if (phonemizer == null) {
      phonemizer = Phonemizer.open(folder);
    }
    return phonemizer;
  }

  /** Starts the Korean engine, which MaryTTS's Korean voices need. */
  void startKorean() {
    try {
      RecordedEngine recorded = RecordedEngine.open(voices);
      running.put(recorded.name(), recorded);
      running.put(RecordedEngine.FORMER_NAME, recorded);
      KoreanBackend.use(voices, recorded);
    } catch (SpeechException e) {
      LOG.error("Korean can't be spoken: {}", e.getMessage(), e);
    }
  }

  /** Offers English, which is loaded when it is first spoken. After Korean. */
  void startEnglish() {
    var mary = new MaryEngine();
    running.put(mary.name(), mary);
  }

  Optional<Engine> find(String name) {
    return Optional.ofNullable(running.get(name)).filter(engine -> !isLost(engine));
  }

  private static boolean isLost(Engine engine) {
    return engine instanceof MaryEngine mary && mary.isLost();
  }

  /** A sentence that an engine of this machine can always speak; none where that costs money. */
  Optional<Utterance> canary(String engine) {
    return engine.equals(RemoteEngine.NAME)
        ? Optional.empty()
        : catalogue.voices().stream()
            .filter(voice -> voice.engine().equals(engine))
            .findFirst()
            .map(rooms::sample);
  }

  boolean speaks(Voice voice) {
    return find(voice.engine()).isPresent();
  }

  @Override
  public void close() throws IOException {
    List<Engine> all = new ArrayList<>(running.values());
    all.addAll(retired);
    for (Engine engine : all) {
      switch (engine) {
        case SupertonicEngine supertonic -> supertonic.close();
        case PiperEngine piper -> piper.close();
        case KokoroEngine kokoro -> kokoro.close();
        default -> {}
      }
    }
    if (phonemizer != null) {
      phonemizer.close();
    }
  }
}
