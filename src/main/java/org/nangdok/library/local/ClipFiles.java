package org.nangdok.library.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.nangdok.audio.Clip;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipObject;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clips as files {@code ab/cd/<key>.clip}, each a {@link ClipObject}. A file is written elsewhere
 * and then linked to its name, which fails where there is one: the first writer wins, and a clip
 * that can be seen is whole. Clips of earlier versions ({@link ClipPairs}) are read where they are.
 */
public final class ClipFiles implements ClipStore {

  private static final Logger LOG = LoggerFactory.getLogger(ClipFiles.class);

  private static final String ENDING = ".clip";
  private static final String UNFINISHED = "unfinished";

  private final Path folder;
  private final ClipPairs pairs;

  public ClipFiles(Path folder) {
    this.folder = folder;
    this.pairs = new ClipPairs(this::place);
  }

  @Override
  public Optional<ClipInfo> info(ClipKey key) {
    try {
      Optional<ClipInfo> whole = whole(key);
      return whole.isPresent() ? whole : pairs.info(key);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Nothing of a damaged clip, so that it is made again. */
  private Optional<ClipInfo> whole(ClipKey key) throws IOException {
    Path file = file(key);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1_024)) {
      return ClipObject.info(in, Files.size(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> bytes(ClipKey key) {
    try {
      return ClipObject.read(Files.readAllBytes(file(key))).map(ClipObject::sound);
    } catch (NoSuchFileException e) {
      return oldBytes(key);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Optional<byte[]> oldBytes(ClipKey key) {
    try {
      return pairs.bytes(key);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public ClipInfo put(ClipKey key, Clip clip) {
    Optional<ClipInfo> kept = info(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      Files.createDirectories(place(key));
      byte[] content = ClipObject.write(clip);
      write(key, content);
      Optional<ClipInfo> written = whole(key);
      if (written.isEmpty() && Files.exists(file(key)) && whole(key).isEmpty()) {
        throw new IOException("A clip was damaged at once.");
      }
      // if it isn't there any more, it was kept and then removed with another reading
      return written.or(() -> ClipObject.read(content).map(ClipObject::info)).orElseThrow();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void write(ClipKey key, byte[] content) throws IOException {
    Path place = Files.createDirectories(folder.resolve(UNFINISHED));
    Path unfinished = Files.createTempFile(place, "clip-", ".tmp");
    try {
      Files.write(unfinished, content);
      link(key, unfinished);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void link(ClipKey key, Path unfinished) throws IOException {
    try {
      Files.createLink(file(key), unfinished);
    } catch (FileAlreadyExistsException e) {
      if (whole(key).isEmpty()) { // what is there is damaged
        replace(key, unfinished);
      }
    } catch (UnsupportedOperationException | FileSystemException e) {
      if (whole(key).isEmpty()) { // this file system has no links
        replace(key, unfinished);
      }
    }
  }

  private void replace(ClipKey key, Path unfinished) throws IOException {
    Files.move(
        unfinished, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public long remove(ClipKey key) {
    try {
      long bytes = ClipPairs.size(file(key));
      Files.deleteIfExists(file(key));
      return bytes + pairs.remove(key);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void each(Visitor visitor) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Walk(visitor));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Visitor visitor;

    Walk(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
      String name = String.valueOf(file.getFileName());
      int dot = Math.max(0, name.indexOf('.'));
      boolean sound = name.endsWith(ENDING) || name.endsWith(ClipPairs.SOUND);
      Optional<ClipKey> key = sound ? ClipKey.parse(name.substring(0, dot)) : Optional.empty();
      if (key.isPresent()) {
        long more = name.endsWith(ENDING) ? 0 : pairs.marksSize(key.get());
        visitor.clip(key.get(), facts.size() + more, facts.lastModifiedTime().toInstant());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // it went while the folder was read
    }
  }

  /** Takes away what an earlier process left unfinished. Call it before anything is written. */
  public void sweep() {
    Path place = folder.resolve(UNFINISHED);
    if (!Files.isDirectory(place)) {
      return;
    }
    try (var files = Files.newDirectoryStream(place, "*.tmp")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path file(ClipKey key) {
    return place(key).resolve(key.hex() + ENDING);
  }

  private Path place(ClipKey key) {
    return folder.resolve(key.hex().substring(0, 2)).resolve(key.hex().substring(2, 4));
  }

  private static LibraryException failed(IOException e) {
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    boolean full = reason != null && (reason.contains("No space") || reason.contains("quota"));
    if (full) {
      return new LibraryException(
          "storage.full", "The disk that keeps the audio is full. Make room and try again.", e);
    }
    LOG.error("The audio can't be kept", e);
    return new LibraryException(
        "storage.failed", "The audio can't be kept. The administrator's log says why.", e);
  }
}
