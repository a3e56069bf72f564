package org.nangdok.library.shared;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.nangdok.audio.Clip;
import org.nangdok.data.FolderFiles;
import org.nangdok.data.KeptFiles;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.ClipStore;
import org.nangdok.library.LibraryException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings what one machine has kept to where several share it: sound first, then rows, then what
 * administrators decided. What is there already stays, so that a move that broke off can be begun
 * again; what was brought is compared. The folder isn't changed.
 */
public final class FolderMove {

  /** In the order in which they refer to each other. */
  private static final List<String> TABLES =
      List.of(
          "reading",
          "reading_plan",
          "reading_clips",
          "reading_owner",
          "reading_cover",
          "work",
          "work_chapter",
          "work_part",
          "work_place",
          "work_cover");

  /** Folders of the table of files, and where their files lie in a data folder. */
  private static final Map<String, String> FOLDERS =
      Map.of("castings", "castings", "lexicons", "lexicon/sites", "feeds", "feeds");

  private final Path folder;
  private final ClipStore from;
  private final DataSource rowsFrom;
  private final SharedClips to;
  private final SharedDatabase rowsTo;
  private final Consumer<String> progress;

  /**
   * @param folder a data folder that no service uses
   * @param rowsFrom its database, in this version's form
   * @param progress is told a line now and then
   */
  public FolderMove(
      Path folder,
      ClipStore from,
      DataSource rowsFrom,
      SharedClips to,
      SharedDatabase rowsTo,
      Consumer<String> progress) {
    this.folder = folder;
    this.from = from;
    this.rowsFrom = rowsFrom;
    this.to = to;
    this.rowsTo = rowsTo;
    this.progress = progress;
  }

  /**
   * Moves all of it.
   *
   * @throws LibraryException with code {@code library.move-incomplete} if something isn't there
   *     afterwards
   */
  public void run() {
    progress.accept(moveClips() + " clips are there");
    for (String table : TABLES) {
      progress.accept(moveRows(table) + " rows of " + table + " are there");
    }
    FOLDERS.forEach(
        (name, place) -> moveFiles(name, new FolderFiles(folder.resolve(place), f -> isFile(f))));
    moveFiles("keys", new FolderFiles(folder, "keys.json"::equals));
    progress.accept("Keys, castings, lexicons and feeds are there");
  }

  private static boolean isFile(String name) {
    return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
  }

  private long moveClips() {
    long[] count = {0};
    from.each(
        (key, bytes, made) -> {
          ClipInfo here = from.info(key).orElse(null);
          byte[] sound = from.bytes(key).orElse(null);
          if (here == null || sound == null) {
            return; // damaged: it is made again where it is asked for
          }
          ClipInfo there = to.info(key).orElse(null);
          if (there == null) {
            there = to.put(key, new Clip(sound, here.soundEnd(), here.marks(), here.exact()));
          }
          if (there.bytes() == 0 || to.bytes(key).isEmpty()) {
            throw incomplete("a clip");
          }
          count[0]++;
        });
    return count[0];
  }

  private long moveRows(String table) {
    try (Connection source = rowsFrom.getConnection();
        Connection target = rowsTo.connections().getConnection();
        var select = source.createStatement();
        ResultSet rows = select.executeQuery("select * from " + table)) {
      target.setAutoCommit(false);
      int columns = rows.getMetaData().getColumnCount();
      long count = 0;
      try (PreparedStatement insert = target.prepareStatement(insertion(table, rows, columns))) {
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            insert.setObject(i, value(rows, i));
          }
          insert.executeUpdate();
          count++;
        }
      }
      target.commit();
      if (count(target, table) < count) {
        throw incomplete("a row of " + table);
      }
      return count;
    } catch (SQLException e) {
      throw new LibraryException(
          "library.move-failed",
          "The rows of " + table + " can't be moved: " + e.getMessage() + " Begin again later.",
          e);
    }
  }

  private static Object value(ResultSet rows, int column) throws SQLException {
    int type = rows.getMetaData().getColumnType(column);
    return switch (type) {
      case java.sql.Types.CLOB, java.sql.Types.LONGVARCHAR -> rows.getString(column);
      case java.sql.Types.VARBINARY, java.sql.Types.BLOB, java.sql.Types.LONGVARBINARY ->
          rows.getBytes(column);
      default -> rows.getObject(column);
    };
  }

  private static String insertion(String table, ResultSet rows, int columns) throws SQLException {
    var names = new StringBuilder();
    for (int i = 1; i <= columns; i++) {
      names.append(i == 1 ? "" : ", ").append(rows.getMetaData().getColumnName(i));
    }
    String marks = String.join(", ", Collections.nCopies(columns, "?"));
    return "insert into "
        + table
        + " ("
        + names
        + ") values ("
        + marks
        + ") on conflict do nothing";
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void moveFiles(String name, KeptFiles files) {
    var client = JdbcClient.create(rowsTo.connections());
    var shared = new SharedFiles(client, rowsTo, new NodeNews(rowsTo::alone), name);
    Map<String, byte[]> here = files.all();
    shared.change(
        all -> {
          Map<String, byte[]> both = new TreeMap<>(here);
          both.putAll(all); // what was decided there stays
          return both;
        });
    if (!shared.all().keySet().containsAll(here.keySet())) {
      throw incomplete("a file of " + name);
    }
  }

  private static LibraryException incomplete(String what) {
    return new LibraryException(
        "library.move-incomplete",
        "Not all was moved (" + what + " is missing). Begin again; nothing was lost here.",
        null);
  }
}
