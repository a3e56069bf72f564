package org.nangdok.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.nangdok.library.LibraryException;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.FolderBackup;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a backup, whether the service runs or not. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes readings and keys into a ZIP file, also while the service runs.")
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The ZIP file to write.")
  private Path file = Path.of("nangdok-backup.zip");

  @Option(
      names = "--clips",
      description = "The sound too; without it, it is made again when it is asked for.")
  private boolean clips;

  @Mixin private ServiceOptions where = new ServiceOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.exists(where.data().resolve("nangdok.mv.db"))) {
      throw new LibraryException(
          "library.nothing", "There is nothing to back up in " + where.data() + ".", null);
    }
    Path target = file.toAbsolutePath();
    Path unfinished = Files.createTempFile(target.getParent(), ".nangdok-", ".part");
    try {
      write(unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return 0;
  }

  private void write(Path target) throws IOException, InterruptedException {
    try (DataFolder folder = DataFolder.open(where.data());
        OutputStream out = Files.newOutputStream(target)) {
      new FolderBackup(folder.path(), new DriverManagerDataSource(folder.databaseUrl()))
          .write(out, clips);
    } catch (LibraryException e) {
      if (!e.code().equals("library.in-use")) {
        throw e;
      }
      new RunningService(where.data(), where.service()).backup(target, clips);
    }
  }
}
