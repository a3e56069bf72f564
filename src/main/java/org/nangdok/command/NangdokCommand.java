package org.nangdok.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's commands. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
    name = "nangdok",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads the news aloud: every speaker with a voice of their own.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:refused or failed; a sentence says why", "2:wrong usage"})
public final class NangdokCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name a command: serve, read, voices, keys, readings, backup or restore.");
  }

  /**
   * Runs one command line.
   *
   * @param server starts the service with Spring's arguments
   * @return the exit code; none if the service was started and goes on
   */
  public static int run(String[] arguments, Consumer<List<String>> server, ReadingRooms rooms) {
    var line =
        new CommandLine(new NangdokCommand())
            .addSubcommand(new ServeCommand(server))
            .addSubcommand(new ReadCommand(rooms))
            .addSubcommand(VoiceCommands.of(rooms))
            .addSubcommand(new KeysCommand())
            .addSubcommand(new ReadingsCommand())
            .addSubcommand(new BackupCommand())
            .addSubcommand(new RestoreCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(NangdokCommand::explain);
    return line.execute(arguments);
  }

  static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (failure instanceof ProblemException problem) {
      line.getErr().println("nangdok: " + problem.sentence() + " (" + problem.code() + ")");
      return 1;
    }
    throw failure;
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
