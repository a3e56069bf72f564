package org.nangdok.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.KeptFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of one service in a file of its data folder. It is replaced as a whole, readable by its
 * owner only, and read anew when it has changed, so that the command line and a running service
 * work on the same file. Thread-safe.
 */
public final class KeyFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final String NO_HASH = "0".repeat(64);
  private static final int LONGEST_NAME = 100;

  private static final String NAME = "keys.json";

  private final Path file;
  private final @Nullable KeptFiles shared;
  private final Clock clock;
  private volatile State known = new State(null, List.of());

  private record Keys(List<Key> keys) {}

  /** What tells one version of the file from another. */
  private record Version(FileTime time, long size, @Nullable Object inode) {}

  private record State(@Nullable Object version, List<Key> keys) {}

  /**
   * @param file need not be there yet
   */
  public KeyFile(Path file, Clock clock) {
    this(file, null, clock);
  }

  private KeyFile(Path file, @Nullable KeptFiles shared, Clock clock) {
    this.file = file;
    this.shared = shared;
    this.clock = clock;
  }

  /** Keys that several machines share. */
  public static KeyFile in(KeptFiles shared, Clock clock) {
    return new KeyFile(Path.of(NAME), shared, clock);
  }

  /** The keys file of a data folder. */
  public static KeyFile in(Path dataFolder) {
    return new KeyFile(dataFolder.resolve(NAME), Clock.systemUTC());
  }

  /**
   * All keys, oldest first, those that don't count any more included.
   *
   * @throws KeyException with code {@code key.unreadable}
   */
  public List<Key> all() {
    try {
      if (shared != null) {
        return all(shared);
      }
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      var version =
          new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
      State state = known;
      if (!version.equals(state.version())) {
        state = new State(version, JSON.readValue(Files.readAllBytes(file), Keys.class).keys());
        known = state;
      }
      return state.keys();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | JacksonException e) {
      throw new KeyException(
          "key.unreadable",
          "The file " + file.getFileName() + " in the data folder can't be read as keys.",
          e);
    }
  }

  private List<Key> all(KeptFiles files) {
    Object version = files.version();
    State state = known;
    if (!version.equals(state.version())) {
      state = new State(version, read(files.all()));
      known = state;
    }
    return state.keys();
  }

  private static List<Key> read(Map<String, byte[]> files) {
    byte[] content = files.get(NAME);
    return content == null ? List.of() : JSON.readValue(content, Keys.class).keys();
  }

  /** The key of that id, as long as it counts. */
  public Optional<Key> find(String id) {
    Instant now = clock.instant();
    return all().stream().filter(key -> key.id().equals(id) && key.validAt(now)).findFirst();
  }

  /** Whether pages of an origin may call with a key of theirs. */
  public boolean knowsOrigin(String origin) {
    Instant now = clock.instant();
    return all().stream().anyMatch(key -> key.validAt(now) && key.origins().contains(origin));
  }

  /** The key that a token proves, in a time that doesn't tell whether its id is known. */
  public Optional<Key> prove(String token) {
    Optional<Secrets.Token> parts = Secrets.parse(token);
    Optional<Key> key = parts.flatMap(part -> find(part.id()));
    String secret = parts.map(Secrets.Token::secret).orElse("");
    boolean right = Secrets.matches(secret, key.map(Key::hash).orElse(NO_HASH));
    return key.filter(known -> right);
  }

  /**
   * Makes a key.
   *
   * @param origins origins from whose pages alone it counts; such a key is seen by every visitor of
   *     those pages and therefore can't administer
   * @throws KeyException if that can't be
   */
  public NewKey create(String name, Scope scope, List<String> origins) {
    String named = name.strip();
    if (named.isEmpty() || named.length() > LONGEST_NAME) {
      throw new KeyException("key.bad-name", "Give the key a name of at most 100 characters.");
    }
    if (!origins.isEmpty() && scope == Scope.ADMINISTER) {
      throw new KeyException(
          "key.bad-scope",
          "A key for pages of other sites is seen by their visitors and can't administer.");
    }
    for (String origin : origins) {
      if (!origin.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
        throw new KeyException(
            "key.bad-origin", "An origin looks like https://news.example, without a path.");
      }
    }
    return add(named, scope, origins);
  }

  /**
   * Makes a key that does what another does and lets that one go.
   *
   * @param keepOld how long the old key still counts, so that its holders can change over
   * @throws KeyException with code {@code key.unknown}
   */
  public NewKey rotate(String id, Duration keepOld) {
    Key old = find(id).orElseThrow(() -> unknown(id));
    NewKey made = add(old.name(), old.scope(), old.origins());
    Instant end = clock.instant().plus(keepOld);
    change(keys -> keys.replaceAll(key -> key.id().equals(id) ? until(key, end) : key));
    return made;
  }

  /**
   * Ends a key and every link that it signed, at once.
   *
   * @throws KeyException with code {@code key.unknown}
   */
  public void revoke(String id) {
    change(
        keys -> {
          if (!keys.removeIf(key -> key.id().equals(id))) {
            throw unknown(id);
          }
        });
  }

  private NewKey add(String name, Scope scope, List<String> origins) {
    String secret = Secrets.newSecret();
    var key =
        new Key(
            Secrets.newId(),
            name,
            scope,
            origins,
            Secrets.hash(secret),
            Secrets.newSecret(),
            clock.instant(),
            null);
    change(keys -> keys.add(key));
    return new NewKey(key, "nk_" + key.id() + "_" + secret);
  }

  /** One change at a time, also between processes. */
  private synchronized void change(Consumer<List<Key>> change) {
    if (shared != null) {
      shared.change(
          files -> {
            files.put(NAME, changed(read(files), change));
            return files;
          });
      return;
    }
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        replace(changed(all(), change));
      }
    } catch (IOException e) {
      throw new KeyException(
          "key.unwritable",
          "The keys can't be kept in the data folder. Check its owner and its permissions.",
          e);
    }
  }

  private byte[] changed(List<Key> before, Consumer<List<Key>> change) {
    List<Key> keys = new ArrayList<>(before);
    Instant now = clock.instant();
    keys.removeIf(key -> !key.validAt(now));
    change.accept(keys);
    return JSON.writeValueAsBytes(new Keys(keys));
  }

  private void replace(byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // A temporary file is readable by its owner only, and its rights move with it.
    Path unfinished = Files.createTempFile(folder, "keys-", ".tmp");
    try {
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Key until(Key key, Instant end) {
    return new Key(
        key.id(),
        key.name(),
        key.scope(),
        key.origins(),
        key.hash(),
        key.signing(),
        key.created(),
        end);
  }

  private static KeyException unknown(String id) {
    return new KeyException(
        "key.unknown",
        "There is no key " + id + " in use; nangdok keys list shows those there are.");
  }
}
