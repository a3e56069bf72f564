package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Installs packs: room is made sure of, files are brought, each is checked, and only a whole pack
 * appears. Thread-safe; one pack at a time is installed only once, in all processes.
 */
public final class PackInstaller {

  /** Follows an installation. */
  public interface Progress {

    /**
     * @param file the file in work
     * @param done bytes of the whole pack that are there
     * @param all bytes of the whole pack, roughly where a size isn't known
     */
    void advanced(String file, long done, long all);
  }

  /** How many bytes are free where packs are kept. */
  public interface FreeSpace {
    long bytes(Path folder) throws IOException;
  }

  /** Bytes; the longest licences in use have some 35,000. */
  private static final long MOST_TEXT = 500_000;

  /** Bytes; with fewer, a write that failed failed for want of room. */
  private static final long LEAST = 1_000_000;

  private final PackShelf shelf;
  private final FreeSpace space;
  private final KnownHashes hashes;
  private final Acceptances acceptances;

  /** Asks the file system how much room there is. */
  public PackInstaller(PackShelf shelf) {
    this(shelf, folder -> Files.getFileStore(folder).getUsableSpace(), Clock.systemUTC());
  }

  PackInstaller(PackShelf shelf, FreeSpace space, Clock clock) {
    this.shelf = shelf;
    this.space = space;
    this.hashes = new KnownHashes(shelf.file("hashes.tsv"));
    this.acceptances = new Acceptances(shelf.file("accepted.tsv"), clock);
  }

  /**
   * The licence's text as it comes with the pack; it is brought first, before anything is accepted.
   *
   * @return nothing if the pack brings no such file
   * @throws PackException if the file isn't to be had, or isn't the one that is expected
   */
  public Optional<LicenceText> licence(PackOffer offer, FileSource source) {
    Optional<PackFile> file =
        offer.files().stream().filter(one -> one.path().equals(offer.licenceFile())).findFirst();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (shelf.has(offer.name())) {
        return Optional.of(text(shelf.file(offer.name()).resolve(file.get().path())));
      }
      return locked(
          offer,
          place -> {
            Path target = place.resolve(file.get().path());
            Files.createDirectories(target.resolveSibling("."));
            source.fetch(file.get(), target, there -> {});
            check(file.get(), target);
            return Optional.of(text(target));
          });
    } catch (IOException e) {
      throw PackException.folder(e);
    }
  }

  /** The hash that a file had when it was downloaded first. */
  Optional<String> recorded(PackFile file) {
    try {
      return hashes.of(file);
    } catch (IOException e) {
      throw PackException.folder(e);
    }
  }

  private static LicenceText text(Path file) throws IOException {
    if (Files.size(file) > MOST_TEXT) {
      throw new PackException(
          "voice.pack-file", "The licence's file is too long to be one; read it at the source.");
    }
    return new LicenceText(Files.readString(file), FileCheck.sha256(file));
  }

  /**
   * Installs a pack.
   *
   * @param acceptance whether the user has accepted the licence, and which text of it
   * @throws PackException if it can't be; what was downloaded is kept for the next try, except a
   *     wrong file
   */
  public void install(
      PackOffer offer, Acceptance acceptance, FileSource source, Progress progress) {
    if (offer.asks() && !acceptance.given()) {
      throw new PackException(
          "voice.pack-licence",
          "The licence of "
              + offer.title()
              + " ("
              + offer.licence()
              + ") must be accepted before: "
              + offer.terms());
    }
    if (shelf.has(offer.name())) {
      throw new PackException(
          "voice.pack-installed", "The pack " + offer.name() + " is installed already.");
    }
    try {
      locked(
          offer,
          place -> {
            bring(offer, acceptance, place, source, progress);
            if (offer.asks()) {
              acceptances.record(offer, acceptance);
            }
            shelf.accept(offer);
            return true;
          });
    } catch (IOException e) {
      throw full() ? tooLittle() : PackException.folder(e);
    }
  }

  /** Work at a pack's workplace, one at a time in all processes. */
  private interface Work<T> {
    T in(Path place) throws IOException;
  }

  private <T> T locked(PackOffer offer, Work<T> work) throws IOException {
    Path place = shelf.workplace(offer.name());
    try (var channel =
            FileChannel.open(
                shelf.file("." + offer.name() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (lock == null) {
        throw new PackException(
            "voice.pack-busy", "The pack " + offer.name() + " is just being installed.");
      }
      return work.in(place);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process
    }
  }

  private void bring(
      PackOffer offer, Acceptance acceptance, Path place, FileSource source, Progress progress)
      throws IOException {
    requireSpace(offer, place);
    Map<PackFile, String> found = new LinkedHashMap<>();
    var advance = new Advance(offer.about(), progress);
    long done = 0;
    for (PackFile file : offer.files()) {
      Path target = place.resolve(file.path());
      Files.createDirectories(target.resolveSibling("."));
      long before = done;
      found.put(file, one(file, target, source, there -> advance.to(file.path(), before + there)));
      if (file.path().equals(offer.licenceFile())) {
        requireSameText(offer, acceptance, found.get(file));
      }
      done += Files.size(target);
    }
    hashes.record(found);
  }

  /** What an earlier try left whole isn't fetched again. */
  private String one(PackFile file, Path target, FileSource source, LongConsumer progress)
      throws IOException {
    boolean kept = file.sha256() != null && FileCheck.isRight(file, target);
    if (file.text() != null) {
      Files.writeString(target, file.text());
    } else if (!kept) {
      source.fetch(file, target, progress);
    }
    progress.accept(Files.size(target));
    return check(file, target);
  }

  /** Sources may go back, and bring several files at once; what is told only grows. */
  private static final class Advance {

    private final long all;
    private final Progress progress;
    private long most;

    Advance(long all, Progress progress) {
      this.all = all;
      this.progress = progress;
    }

    void to(String file, long done) {
      most = Math.max(most, done);
      progress.advanced(file, most, Math.max(all, most));
    }
  }

  private static void requireSameText(
      PackOffer offer, Acceptance acceptance, @Nullable String hash) {
    if (acceptance.sha256() != null && !acceptance.sha256().equals(hash)) {
      throw new PackException(
          "voice.pack-licence",
          "The licence of " + offer.title() + " isn't the text that was shown. Read it again.");
    }
  }

  private void requireSpace(PackOffer offer, Path place) throws IOException {
    long there = PackShelf.bytes(place) + PackShelf.bytes(shelf.archives());
    long archives = offer.packages().stream().mapToLong(PackPackage::size).sum();
    long needed = Math.max(0, offer.about() + archives - there);
    long free = space.bytes(place);
    if (free < needed + needed / 20) {
      throw new PackException(
          "voice.pack-space",
          "The pack needs %d MB more, but only %d MB are free. Make room and try again."
              .formatted(needed / 1_000_000, free / 1_000_000));
    }
  }

  private boolean full() {
    try {
      return space.bytes(shelf.file(".")) < LEAST;
    } catch (IOException e) {
      return false;
    }
  }

  private static PackException tooLittle() {
    return new PackException(
        "voice.pack-space",
        "The disk ran full while the pack was brought. Make room and try again: what is there"
            + " already is kept.");
  }

  private String check(PackFile file, Path target) throws IOException {
    String known = file.sha256() != null ? file.sha256() : hashes.of(file).orElse(null);
    return FileCheck.require(file, known, target);
  }
}
