package org.nangdok.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.Database;
import org.nangdok.library.shared.Bucket;
import org.nangdok.library.shared.FolderMove;
import org.nangdok.library.shared.Installation;
import org.nangdok.library.shared.SharedClips;
import org.nangdok.library.shared.SharedDatabase;
import org.nangdok.library.shared.SharedSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a data folder's readings, sound and decisions to where several machines share them. */
@Command(
    name = "move-to-shared",
    mixinStandardHelpOptions = true,
    description =
        "Copies a stopped service's data folder into the database and the bucket that several"
            + " machines share. The folder isn't changed; begin again if it breaks off.")
final class MoveToSharedCommand implements Callable<Integer> {

  private static final int CONNECTIONS = 4;
  private static final long MEMORY = 16_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:NANGDOK_SHARED_DATABASE_URL:-jdbc:postgresql://localhost/nangdok}",
      description = "The database (or NANGDOK_SHARED_DATABASE_URL).")
  private String database = "";

  @Option(
      names = "--user",
      paramLabel = "USER",
      defaultValue = "${env:NANGDOK_SHARED_DATABASE_USER:-nangdok}",
      description =
          "Its user (or NANGDOK_SHARED_DATABASE_USER). The password is read from"
              + " NANGDOK_SHARED_DATABASE_PASSWORD.")
  private String user = "";

  @Option(
      names = "--bucket",
      paramLabel = "BUCKET",
      defaultValue = "${env:NANGDOK_SHARED_BUCKET_NAME:-nangdok}",
      description =
          "The bucket (or NANGDOK_SHARED_BUCKET_NAME). Its keys are read from"
              + " NANGDOK_SHARED_BUCKET_ACCESSKEY and NANGDOK_SHARED_BUCKET_SECRETKEY, else from AWS's usual places.")
  private String bucket = "";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      defaultValue = "${env:NANGDOK_SHARED_BUCKET_ENDPOINT}",
      description = "The store's address (or NANGDOK_SHARED_BUCKET_ENDPOINT); AWS without one.")
  private @Nullable URI endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "${env:NANGDOK_SHARED_BUCKET_REGION:-us-east-1}",
      description = "The store's region (default: us-east-1).")
  private String region = "";

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(data.resolve("nangdok.mv.db"))) {
      throw new LibraryException(
          "library.nothing", "There is nothing to move in " + data + ".", null);
    }
    var place =
        new SharedDatabase.Place(
            database, user, System.getenv("NANGDOK_SHARED_DATABASE_PASSWORD"), CONNECTIONS);
    try (DataFolder folder = DataFolder.open(data);
        Database here = Database.open(folder);
        SharedDatabase there = SharedDatabase.open(place);
        Bucket store = store()) {
      store.require();
      Flyway.configure().dataSource(here.connections()).load().migrate();
      SharedSchema.upgrade(there.connections());
      var client = JdbcClient.create(there.connections());
      Installation.require(client, store);
      new FolderMove(
              folder.path(),
              new ClipFiles(folder.resolve("clips")),
              here.connections(),
              new SharedClips(store, client, MEMORY),
              there,
              line -> spec.commandLine().getOut().println(line))
          .run();
    }
    return 0;
  }

  private Bucket store() {
    return new Bucket(
        new Bucket.Place(
            bucket,
            endpoint,
            region,
            System.getenv("NANGDOK_SHARED_BUCKET_ACCESSKEY"),
            System.getenv("NANGDOK_SHARED_BUCKET_SECRETKEY")));
  }
}
