package org.nangdok.library.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.nangdok.speech.Mark;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clips as files: {@code ab/cd/<key>.mp3} and beside it {@code <key>.json} with the marks. Both are
 * written elsewhere and then moved, the sound last: a clip that can be seen is whole.
 */
public final class ClipFiles implements ClipStore {

  private static final Logger LOG = LoggerFactory.getLogger(ClipFiles.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String SOUND = ".mp3";
  private static final String UNFINISHED = "unfinished";

  private final Path folder;

  public ClipFiles(Path folder) {
    this.folder = folder;
  }

  /** The file beside the sound. */
  private record MarksFile(int soundEnd, boolean exact, Mark[] marks) {}

  @Override
  public Optional<ClipInfo> info(ClipKey key) {
    try {
      long bytes = Files.size(sound(key));
      var marks = JSON.readValue(Files.readAllBytes(marks(key)), MarksFile.class);
      if (bytes == 0 || bytes % Mp3Frames.BYTES != 0) {
        return Optional.empty();
      }
      return Optional.of(
          new ClipInfo(bytes, marks.soundEnd(), List.of(marks.marks()), marks.exact()));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty(); // a damaged clip is made again
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<byte[]> bytes(ClipKey key) {
    try {
      return Optional.of(Files.readAllBytes(sound(key)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
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
    var marks = new MarksFile(clip.soundEnd(), clip.exact(), clip.marks().toArray(Mark[]::new));
    try {
      Files.createDirectories(sound(key).getParent());
      write(marks(key), JSON.writeValueAsBytes(marks));
      write(sound(key), clip.mp3());
    } catch (IOException e) {
      throw failed(e);
    }
    return new ClipInfo(clip.mp3().length, clip.soundEnd(), clip.marks(), clip.exact());
  }

  @Override
  public long remove(ClipKey key) {
    try {
      long bytes = size(sound(key)) + size(marks(key));
      Files.deleteIfExists(sound(key)); // first: what can be seen is whole
      Files.deleteIfExists(marks(key));
      return bytes;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
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
      if (name.endsWith(SOUND)) {
        Optional<ClipKey> key = ClipKey.parse(name.substring(0, name.length() - SOUND.length()));
        if (key.isPresent()) {
          long bytes = facts.size() + size(marks(key.get()));
          visitor.clip(key.get(), bytes, facts.lastModifiedTime().toInstant());
        }
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

  private void write(Path file, byte[] content) throws IOException {
    Path place = Files.createDirectories(folder.resolve(UNFINISHED));
    Path unfinished = Files.createTempFile(place, "clip-", ".tmp");
    try {
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      // Some file systems don't replace: what is there was written by the first writer.
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private Path sound(ClipKey key) {
    return place(key).resolve(key.hex() + SOUND);
  }

  private Path marks(ClipKey key) {
    return place(key).resolve(key.hex() + ".json");
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
