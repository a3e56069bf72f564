package org.nangdok.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nangdok.key.Key;
import org.nangdok.key.KeyFile;
import org.nangdok.key.NewKey;
import org.nangdok.key.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Makes, lists and ends the keys of a data folder, or of the database that several machines share,
 * whether their service runs or not.
 */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes, lists and ends keys; a running service knows of it at once.")
final class KeysCommand implements Runnable {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "The service's data folder (default: data).")
  private @Nullable Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description =
          "Instead of a folder: the database that several machines share, such as"
              + " jdbc:postgresql://db.example/nangdok (or NANGDOK_SHARED_DATABASE_URL). The password"
              + " is read from NANGDOK_SHARED_DATABASE_PASSWORD.")
  private @Nullable String database;

  @Option(
      names = "--user",
      paramLabel = "USER",
      defaultValue = "${env:NANGDOK_SHARED_DATABASE_USER:-nangdok}",
      scope = ScopeType.INHERIT,
      description = "The database's user (or NANGDOK_SHARED_DATABASE_USER).")
  private String user = "nangdok";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name what to do: create, list, rotate or revoke.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a key and prints it; it is shown only now.")
  int create(
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "What it is for.")
          String name,
      @Option(
              names = "--scope",
              required = true,
              paramLabel = "SCOPE",
              description = "read, make or administer; each holds those before it.")
          Scope scope,
      @Option(
              names = "--origin",
              paramLabel = "ORIGIN",
              description =
                  "A site such as https://news.example from whose pages alone it counts; may be"
                      + " repeated.")
          @Nullable List<String> origins) {
    List<String> sites = origins == null ? List.of() : origins;
    print(with(keys -> keys.create(name, scope, sites)));
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the keys: id, scope, when made, when it ends, name, sites.")
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    for (Key key : with(KeyFile::all)) {
      out.printf(
          "%-10s  %-10s  %s  %s  %s%s%n",
          key.id(),
          key.scope().code(),
          time(key.created()),
          key.expires() == null ? "-" : time(key.expires()),
          key.name(),
          key.origins().isEmpty() ? "" : "  " + String.join(" ", key.origins()));
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Makes a key that does the same as another, which ends some time later.")
  int rotate(
      @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it.")
          String id,
      @Option(
              names = "--keep-old",
              paramLabel = "HOURS",
              defaultValue = "24",
              description = "How long the old one still counts (default: ${DEFAULT-VALUE}).")
          int hours) {
    if (hours < 0) {
      throw new ParameterException(spec.commandLine(), "--keep-old takes hours from 0.");
    }
    print(with(keys -> keys.rotate(id, Duration.ofHours(hours))));
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a key and all links that were made with it, at once.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it.")
          String id) {
    return with(
        keys -> {
          keys.revoke(id);
          return 0;
        });
  }

  private <T> T with(Function<KeyFile, T> work) {
    if (data != null && database != null) {
      throw new ParameterException(
          spec.commandLine(), "Give --data or --database; the keys lie in one of them.");
    }
    String shared =
        data == null && database == null ? System.getenv("NANGDOK_SHARED_DATABASE_URL") : database;
    return shared == null
        ? work.apply(KeyFile.in(data == null ? Path.of("data") : data))
        : SharedKeys.with(shared, user, work);
  }

  private void print(NewKey made) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(made.token());
    out.flush();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
