package org.nangdok.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Starts the service. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Starts the service; the player is at http://localhost:PORT/.")
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
      defaultValue = "8080",
      description = "The port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Mixin private NangdokCommand.Folders folders = new NangdokCommand.Folders();

  @Unmatched private List<String> others = new ArrayList<>();

  ServeCommand(Consumer<List<String>> server) {
    this.server = server;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

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
    arguments.add("--server.port=" + port);
    arguments.add("--nangdok.data=" + folders.data);
    if (folders.voices != null) {
      arguments.add("--nangdok.voices=" + folders.voices);
    }
    try {
      server.accept(arguments);
      return 0;
    } catch (RuntimeException e) {
      return 1; // the service has said why it can't start
    }
  }
}
