package org.nangdok.library.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.Backups;
import org.nangdok.library.LibraryException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data folder as a ZIP file: the database by H2's own {@code BACKUP TO}, which is whole at one
 * moment while others write, the keys and feeds, and the clips if they are wanted.
 */
public final class FolderBackup implements Backups {

  private static final String DATABASE = "nangdok.mv.db";
  private static final String KEYS = "keys.json";
  private static final Pattern CLIP =
      Pattern.compile("clips/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}\\.(clip|mp3|json)");

  /** What administrators made: feeds, castings and lexicons of sites. */
  private static final Pattern OTHER =
      Pattern.compile(
          "feeds/[a-z0-9][a-z0-9-]{0,63}\\.json"
              + "|(?:castings|lexicon/sites)/[\\p{L}\\p{N}_][\\p{L}\\p{N}._ -]{0,99}");

  /** Where nothing else may lie than what is named above. */
  private static final Pattern OURS = Pattern.compile("(?:feeds|castings|lexicon)/.+");

  /** What H2's file begins with. */
  private static final byte[] MARK = "H:2,".getBytes(StandardCharsets.US_ASCII);

  private static final int MOST_KEYS = 10_000_000;

  private final Path folder;
  private final DataSource database;

  /**
   * @param database the open database of that folder
   */
  public FolderBackup(Path folder, DataSource database) {
    this.folder = folder;
    this.database = database;
  }

  @Override
  public void write(OutputStream out, boolean clips) throws IOException {
    Path snapshot = Files.createTempFile(folder, "backup-", ".zip"); // swept at the next start
    try {
      snapshot(snapshot);
      var zip = new ZipOutputStream(out);
      copyDatabase(snapshot, zip);
      addFiles(zip, clips);
      zip.finish();
    } finally {
      Files.deleteIfExists(snapshot);
    }
  }

  private void snapshot(Path file) throws IOException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("backup to '" + file.toString().replace("'", "''") + "'");
    } catch (SQLException e) {
      throw new IOException("The database can't be copied.", e);
    }
  }

  private static void copyDatabase(Path snapshot, ZipOutputStream zip) throws IOException {
    try (var packed = new ZipInputStream(Files.newInputStream(snapshot))) {
      for (ZipEntry entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
        if (entry.getName().endsWith(DATABASE)) {
          zip.putNextEntry(new ZipEntry(DATABASE));
          packed.transferTo(zip);
          zip.closeEntry();
        }
      }
    }
  }

  private void addFiles(ZipOutputStream zip, boolean clips) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (isSmall(name) || (clips && CLIP.matcher(name).matches())) {
          add(zip, name, file);
        }
      }
    }
  }

  private static boolean isSmall(String name) {
    return name.equals(KEYS) || (OTHER.matcher(name).matches() && !name.endsWith(".tmp"));
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException e) {
      return; // it is gone by now
    }
  }

  /**
   * Puts a backup into a data folder that no service uses. What it replaces is kept beside it as
   * {@code *.before-restore}; clips that are there already stay.
   *
   * @throws LibraryException with code {@code library.in-use}, or {@code library.no-backup} if the
   *     file isn't one
   */
  public static void restore(Path backup, Path folder) throws IOException {
    requireWhole(backup);
    try (DataFolder data = DataFolder.open(folder);
        var zip = new ZipInputStream(Files.newInputStream(backup))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (List.of(DATABASE, KEYS).contains(name)) {
          replace(zip, data.resolve(name));
        } else if (isSmall(name)) {
          Files.createDirectories(data.resolve(name).getParent());
          whole(zip, data.resolve(name));
        } else if (CLIP.matcher(name).matches() && !Files.exists(data.resolve(name))) {
          Files.createDirectories(data.resolve(name).getParent());
          whole(zip, data.resolve(name));
        }
      }
    }
  }

  /** Reads all of it before anything is touched: a copy that broke off must cost nothing. */
  private static void requireWhole(Path backup) throws IOException {
    Set<String> names = new HashSet<>();
    try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        boolean known = isSmall(name) || CLIP.matcher(name).matches();
        boolean strange = !known && !entry.isDirectory() && OURS.matcher(name).matches();
        if (!names.add(name) || strange || !isSound(name, zip)) {
          throw notOne(backup, null);
        }
        zip.transferTo(OutputStream.nullOutputStream()); // checks its CRC
      }
    } catch (ZipException | EOFException e) {
      throw names.isEmpty() ? notOne(backup, e) : brokenOff(backup, e);
    } catch (NoSuchFileException e) {
      throw notOne(backup, e);
    }
    if (!names.contains(DATABASE)) {
      throw notOne(backup, null);
    }
  }

  /** Whether the database begins as one and the keys are JSON; reads some of it, or all. */
  private static boolean isSound(String name, InputStream content) throws IOException {
    return switch (name) {
      case DATABASE -> Arrays.equals(content.readNBytes(MARK.length), MARK);
      case KEYS -> isJson(content.readNBytes(MOST_KEYS));
      default -> true;
    };
  }

  private static boolean isJson(byte[] content) {
    try {
      return JsonMapper.shared().readTree(content).isContainer();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static LibraryException brokenOff(Path backup, Exception e) {
    return new LibraryException(
        "library.no-backup",
        backup + " is damaged or broke off; nothing was changed. Take another copy of it.",
        e);
  }

  private static LibraryException notOne(Path backup, @Nullable Exception e) {
    return new LibraryException(
        "library.no-backup",
        backup + " is no backup of Nangdok. Make one with nangdok backup FILE.",
        e);
  }

  /** The old file leaves its place only when the new one is whole. */
  private static void replace(InputStream content, Path file) throws IOException {
    Path unfinished = unfinished(content, file);
    try {
      if (Files.exists(file)) {
        Path old = file.resolveSibling(file.getFileName() + ".before-restore");
        Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void whole(InputStream content, Path file) throws IOException {
    Path unfinished = unfinished(content, file);
    try {
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path unfinished(InputStream content, Path file) throws IOException {
    Path unfinished = Files.createTempFile(file.getParent(), "restore-", ".tmp");
    try {
      Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
      return unfinished;
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }
}
