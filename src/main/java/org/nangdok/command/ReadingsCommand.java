package org.nangdok.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ListedReading;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.Database;
import org.nangdok.library.local.FeedFiles;
import org.nangdok.library.local.ReadingTable;
import org.nangdok.reading.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and removes what is kept, whether the service runs or not. */
@Command(
    name = "readings",
    mixinStandardHelpOptions = true,
    description = "Lists what is kept, or removes it: text, sound, and what was made of it.")
final class ReadingsCommand implements Runnable {

  private static final int PAGE = 200;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");

  @Mixin private ServiceOptions where = new ServiceOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: list or remove.");
  }

  @Command(name = "list", description = "Lists readings, newest first: id, day, title, address.")
  int list() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    for (ListedReading reading : shelf(List.of())) {
      out.printf(
          "%s  %s  %s%s%n",
          reading.id(),
          reading.created().toString().substring(0, 10),
          printable(reading.title()),
          reading.url() == null ? "" : "  " + printable(reading.url()));
    }
    out.flush();
    return 0;
  }

  @Command(name = "remove", description = "Removes readings and the sound that no other one uses.")
  int remove(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids)
      throws IOException, InterruptedException {
    for (String id : ids) {
      if (!ID.matcher(id).matches()) {
        throw new ParameterException(
            spec.commandLine(), "Not a reading's id; `nangdok readings list` shows them: " + id);
      }
    }
    shelf(ids);
    spec.commandLine().getOut().println(ids.size() + " removed");
    return 0;
  }

  /** Removes readings and gives what is there, where none are named. */
  private List<ListedReading> shelf(List<String> removed) throws IOException, InterruptedException {
    if (!Files.exists(where.data().resolve("nangdok.mv.db"))) {
      throw new LibraryException(
          "library.nothing", "Nothing is kept in " + where.data() + ".", null);
    }
    try (DataFolder folder = DataFolder.open(where.data());
        Database database = Database.open(folder)) {
      Flyway.configure().dataSource(database.connections()).load().migrate();
      var table =
          new ReadingTable(JdbcClient.create(database.connections()), database, folder::isFull);
      var keeping =
          Keeping.withoutService(
              table,
              new ClipFiles(folder.resolve("clips")),
              new FeedFiles(folder.resolve("feeds")),
              Clock.systemUTC());
      removed.forEach(id -> keeping.remove(id, null));
      return removed.isEmpty() ? all(keeping) : List.of();
    } catch (LibraryException e) {
      if (!e.code().equals("library.in-use")) {
        throw e;
      }
      return new RunningService(where.data(), where.service()).readings(removed);
    }
  }

  /** A page writes its title itself, and a terminal obeys what it is shown. */
  private static String printable(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ").strip();
  }

  private static List<ListedReading> all(Keeping keeping) {
    List<ListedReading> all = new ArrayList<>();
    @Nullable String before = null;
    while (true) {
      List<ListedReading> page = keeping.list(null, before, PAGE);
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
      before = page.getLast().id();
    }
  }
}
