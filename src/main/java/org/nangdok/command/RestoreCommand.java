package org.nangdok.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nangdok.library.local.FolderBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup into the data folder of a service that doesn't run; what it replaces is kept"
            + " beside it.")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A ZIP file that nangdok backup wrote.")
  private Path file = Path.of("nangdok-backup.zip");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws IOException {
    FolderBackup.restore(file, data);
    return 0;
  }
}
