package org.nangdok.library.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nangdok.library.Feed;
import org.nangdok.library.FeedStore;
import org.nangdok.library.LibraryException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Feeds as files {@code <name>.json}, each written under another name and then moved. */
public final class FeedFiles implements FeedStore {

  private static final String ENDING = ".json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;

  public FeedFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Feed> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()
          .flatMap(name -> find(name).stream())
          .toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<Feed> find(String name) {
    if (!Feed.isName(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file(name)), Feed.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException e) {
      throw failed(e);
    }
  }

  @Override
  public void save(Feed feed) {
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "unfinished-", ".tmp");
      try {
        Files.write(unfinished, JSON.writeValueAsBytes(feed));
        Files.move(
            unfinished,
            file(feed.name()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void remove(String name) {
    if (!Feed.isName(name)) {
      return;
    }
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  private static LibraryException failed(Exception e) {
    return new LibraryException(
        "storage.failed", "A feed can't be kept or read. The administrator's log says why.", e);
  }
}
