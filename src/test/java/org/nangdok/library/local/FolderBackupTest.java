package org.nangdok.library.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.LibraryException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FolderBackupTest {

  private static final String CLIP = "clips/ab/cd/" + "abcd" + "0".repeat(60) + ".mp3";

  @TempDir Path temporary;

  private Path backup(boolean clips) throws IOException, SQLException {
    Path file = temporary.resolve("backup.zip");
    Path data = temporary.resolve("data");
    try (DataFolder folder = DataFolder.open(data)) {
      var database = new DriverManagerDataSource(folder.databaseUrl());
      try (Connection open = database.getConnection();
          var statement = open.createStatement();
          OutputStream out = Files.newOutputStream(file)) {
        statement.execute("create table if not exists kept (word varchar)");
        statement.execute("insert into kept values ('before')");
        Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
        Path clip = folder.resolve(CLIP);
        Files.createDirectories(clip.getParent());
        Files.writeString(clip, "sound");
        Files.createDirectories(folder.resolve("feeds"));
        Files.writeString(folder.resolve("feeds/news.json"), "feed");
        Files.createDirectories(folder.resolve("engines/data"));
        Files.writeString(folder.resolve("engines/data/large"), "unpacked");
        new FolderBackup(folder.path(), database).write(out, clips); // while it is open
        statement.execute("insert into kept values ('after')");
      }
    }
    return file;
  }

  private static String words(Path data) throws SQLException, IOException {
    try (DataFolder folder = DataFolder.open(data);
        Connection open = new DriverManagerDataSource(folder.databaseUrl()).getConnection();
        var statement = open.createStatement();
        var rows = statement.executeQuery("select listagg(word, ' ') from kept")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aBackupTakenInUseIsPutBackAsItWas() throws Exception {
    Path file = backup(true);
    Path fresh = temporary.resolve("fresh");

    FolderBackup.restore(file, fresh);

    assertThat(words(fresh)).isEqualTo("before");
    assertThat(fresh.resolve("keys.json")).hasContent("{\"keys\":[]}");
    assertThat(fresh.resolve(CLIP)).hasContent("sound");
    assertThat(fresh.resolve("feeds/news.json")).hasContent("feed");
    assertThat(fresh.resolve("engines")).doesNotExist();
  }

  @Test
  void whatIsReplacedIsKeptBesideIt() throws Exception {
    Path file = backup(false);
    Path data = temporary.resolve("data");

    FolderBackup.restore(file, data);

    assertThat(words(data)).isEqualTo("before");
    assertThat(data.resolve("nangdok.mv.db.before-restore")).exists();
    assertThat(data.resolve(CLIP)).exists();
  }

  @Test
  void aFolderInUseIsLeftAlone() throws Exception {
    Path file = backup(false);
    try (DataFolder used = DataFolder.open(temporary.resolve("data"))) {
      assertThatThrownBy(() -> FolderBackup.restore(file, used.path()))
          .isInstanceOfSatisfying(
              LibraryException.class, e -> assertThat(e.code()).isEqualTo("library.in-use"));
    }
  }

  @Test
  void anotherFileIsNoBackup() throws Exception {
    Path text = Files.writeString(temporary.resolve("text"), "no backup");

    assertThatThrownBy(() -> FolderBackup.restore(text, temporary.resolve("fresh")))
        .isInstanceOfSatisfying(
            LibraryException.class, e -> assertThat(e.code()).isEqualTo("library.no-backup"));
  }

  @Test
  void aBackupThatBrokeOffChangesNothing() throws Exception {
    byte[] whole = Files.readAllBytes(backup(true));
    Path data = temporary.resolve("data");
    String now = words(data);
    Path half = temporary.resolve("half.zip");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> FolderBackup.restore(half, data))
        .isInstanceOfSatisfying(
            LibraryException.class,
            e -> {
              assertThat(e.code()).isEqualTo("library.no-backup");
              assertThat(e.sentence()).contains("nothing was changed");
            });
    assertThat(words(data)).isEqualTo(now);
    assertThat(data.resolve("nangdok.mv.db.before-restore")).doesNotExist();
  }

  @Test
  void aBackupWithTwoDatabasesIsRefused() throws Exception {
    Path twice = temporary.resolve("twice.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(twice))) {
      for (String name : new String[] {"nangdok.mv.db", "nangdok.mv.dx"}) {
        out.putNextEntry(new ZipEntry(name));
        out.write(1);
      }
    }
    String bytes = Files.readString(twice, StandardCharsets.ISO_8859_1);
    Files.writeString(twice, bytes.replace("mv.dx", "mv.db"), StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> FolderBackup.restore(twice, temporary.resolve("fresh")))
        .isInstanceOfSatisfying(
            LibraryException.class, e -> assertThat(e.code()).isEqualTo("library.no-backup"));
    assertThat(temporary.resolve("fresh/nangdok.mv.db")).doesNotExist();
  }

  /** Whatever is wrong with it, the database and the keys that there are stay in their places. */
  @Test
  void aHostileBackupChangesNothing() throws Exception {
    Path good = backup(false);
    Path data = temporary.resolve("data");
    String now = words(data);
    for (String name :
        new String[] {
          "feeds/" + "a".repeat(300) + ".json",
          "feeds/../keys.json",
          "castings/" + "가".repeat(120),
          "lexicon/x"
        }) {
      refused(with(good, name, new byte[] {1}, "nangdok.mv.db"), data);
    }
    refused(with(good, "nangdok.mv.db", new byte[] {1, 2, 3}, "keys.json"), data);
    refused(
        with(good, "keys.json", "garbage".getBytes(StandardCharsets.UTF_8), "nangdok.mv.db"), data);

    assertThat(words(data)).isEqualTo(now);
    assertThat(data.resolve("nangdok.mv.db.before-restore")).doesNotExist();
    assertThat(data.resolve("keys.json")).hasContent("{\"keys\":[]}");
  }

  @Test
  void whatNoBackupContainsIsNotUnpacked() throws Exception {
    Path file = with(backup(false), "natural/lib.so", new byte[] {1}, "nangdok.mv.db");
    FolderBackup.restore(
        with(file, "config/application.yaml", new byte[] {1}, "nangdok.mv.db", "natural/lib.so"),
        temporary.resolve("fresh"));

    assertThat(temporary.resolve("fresh/natural")).doesNotExist();
    assertThat(temporary.resolve("fresh/config")).doesNotExist();
    assertThat(words(temporary.resolve("fresh"))).isEqualTo("before");
  }

  @Test
  void theFolderIsItsOwnersAndAStartSweepsWhatAKilledBackupLeft() throws Exception {
    Path data = temporary.resolve("data");
    Files.createDirectories(data);
    Files.createFile(data.resolve("backup-1.zip"));
    Files.createFile(data.resolve("restore-1.tmp"));
    Files.createFile(data.resolve("nangdok.mv.db"));
    DataFolder.open(data).close();

    assertThat(data.resolve("backup-1.zip")).doesNotExist();
    assertThat(data.resolve("restore-1.tmp")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("nangdok.mv.db"))))
        .isEqualTo("rw-------");
  }

  private static void refused(Path file, Path data) {
    assertThatThrownBy(() -> FolderBackup.restore(file, data))
        .isInstanceOfSatisfying(
            LibraryException.class, e -> assertThat(e.code()).isEqualTo("library.no-backup"));
  }

  /** The entries of those names of another backup, and one more. */
  private Path with(Path other, String name, byte[] content, String... kept) throws IOException {
    Path file = Files.createTempFile(temporary, "made", ".zip");
    try (var in = new java.util.zip.ZipFile(other.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : kept) {
        out.putNextEntry(new ZipEntry(entry));
        in.getInputStream(in.getEntry(entry)).transferTo(out);
      }
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return file;
  }

  @Test
  void namesThatLeadOutOfTheFolderAreIgnored() throws Exception {
    Path file = backup(false);
    Path evil = temporary.resolve("evil.zip");
    try (var in = new java.util.zip.ZipFile(file.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(evil))) {
      ZipEntry database = in.getEntry("nangdok.mv.db");
      out.putNextEntry(new ZipEntry(database.getName()));
      in.getInputStream(database).transferTo(out);
      out.putNextEntry(new ZipEntry("../outside"));
      out.write(1);
      out.putNextEntry(new ZipEntry("clips/../../outside"));
      out.write(1);
    }

    FolderBackup.restore(evil, temporary.resolve("fresh"));

    assertThat(temporary.resolve("outside")).doesNotExist();
    assertThat(temporary.resolve("fresh/outside")).doesNotExist();
  }
}
