package org.nangdok.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's commands. */
@Command(
    name = "nangdok",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads the news aloud: every speaker with a voice of their own.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused or failed; a sentence says why",
      "2:wrong usage",
      "3:some of several articles could not be read; the others are there",
      "69:no Java 21 or newer, or the program isn't built",
      "70:a fault of the program itself"
    })
public final class NangdokCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name a command: serve, read, voices, keys, readings, works, backup, restore, move-to-shared, completion or man.");
  }

  /**
   * Runs one command line.
   *
   * @param server starts the service with Spring's arguments
   * @param settings what the environment and configuration files say, by a property's name
   * @return the exit code; none if the service was started and goes on
   */
  public static int run(
      String[] arguments,
      Consumer<List<String>> server,
      ReadingRooms rooms,
      Function<String, Optional<String>> settings) {
    CommandLine line =
        arguments.length > 0 && arguments[0].equals("serve") // the others take a while to set up
            ? ready(onlyServe(server), settings)
            : line(server, rooms, settings);
    return line.execute(arguments);
  }

  static CommandLine line(
      Consumer<List<String>> server,
      ReadingRooms rooms,
      Function<String, Optional<String>> settings) {
    CommandLine all =
        onlyServe(server)
            .addSubcommand(new ReadCommand(rooms))
            .addSubcommand(VoiceCommands.of(rooms))
            .addSubcommand(new KeysCommand())
            .addSubcommand(new ReadingsCommand())
            .addSubcommand(new WorksCommand())
            .addSubcommand(new BackupCommand())
            .addSubcommand(new RestoreCommand())
            .addSubcommand(new MoveToSharedCommand())
            .addSubcommand(new CompletionCommand())
            .addSubcommand(new ManCommand());
    return ready(all, settings);
  }

  private static CommandLine onlyServe(Consumer<List<String>> server) {
    return new CommandLine(new NangdokCommand()).addSubcommand(new ServeCommand(server));
  }

  private static CommandLine ready(CommandLine line, Function<String, Optional<String>> settings) {
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setDefaultValueProvider(new SettingDefaults(settings))
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(Failures::explain);
  }

  /** The options that all commands with data share. */
  static final class Folders {
    @Option(
        names = "--data",
        paramLabel = "FOLDER",
        defaultValue = "data",
        description = "Where audio and unpacked voices are kept (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("data");

    @Option(
        names = "--voices",
        paramLabel = "FOLDER",
        description = "Voice files of your own, before those that come with the program.")
    @Nullable Path voices;
  }
}
