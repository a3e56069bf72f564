package org.nangdok.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Starts the service. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the service; the player is at http://localhost:PORT/.",
      "Every setting can be given as --name=value, such as --nangdok.queue=50; docs/settings.md"
          + " names them."
    })
final class ServeCommand implements Callable<Integer> {

  /** What this command sets itself: given twice, the service would take neither. */
  private static final Map<String, String> OWN =
      Map.of(
          "--server.port", "--port",
          "--nangdok.data", "--data",
          "--nangdok.voices", "--voices");

  private final Consumer<List<String>> server;

  @Option(
      names = {"-p", "--port"},
      description = "The port (default: server.port or SERVER_PORT, else 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where everything is kept (default: nangdok.data or NANGDOK_DATA, else data).")
  private @Nullable Path data;

  @Option(
      names = "--voices",
      paramLabel = "FOLDER",
      description = "Voice files of your own, before those that come with the program.")
  private @Nullable Path voices;

  @Unmatched private List<String> others = new ArrayList<>();

  ServeCommand(Consumer<List<String>> server) {
    this.server = server;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What nobody types is left to variables and configuration files. */
  private static void add(List<String> arguments, String setting, @Nullable Object value) {
    if (value != null) {
      arguments.add("--" + setting + "=" + value);
    }
  }

  @Override
  public Integer call() {
    for (String other : others) {
      String own = OWN.get(other.split("=", 2)[0]);
      if (own != null) {
        throw new ParameterException(
            spec.commandLine(), "Use " + own + " instead of " + other.split("=", 2)[0] + ".");
      }
    }
    List<String> arguments = new ArrayList<>(others);
    add(arguments, "server.port", port);
    add(arguments, "nangdok.data", data);
    add(arguments, "nangdok.voices", voices);
    try {
      server.accept(arguments);
      return 0;
    } catch (RuntimeException e) {
      return 1; // the service has said why it can't start
    }
  }
}
