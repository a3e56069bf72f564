package org.nangdok.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of the tests' own, from the programs of the machine; never as root, and
 * without waiting for the disk.
 */
public final class PostgresServer implements AutoCloseable {

  public static final String USER = "nangdok";
  public static final String PASSWORD = "a password";

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Where the newest server's programs are; nothing where none is installed. */
  public static Optional<Path> programs() {
    Path all = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (var versions = Files.list(all)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Starts one with an empty database {@code nangdok}. */
  public static PostgresServer start() {
    Path programs = programs().orElseThrow();
    try {
      Path folder = Files.createTempDirectory("nangdok-postgres-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      int port;
      try (var socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      Path password = folder.resolve("password");
      Files.writeString(password, PASSWORD);
      var server = new PostgresServer(programs, folder, port);
      server.run(
          "initdb",
          "--no-sync",
          "-D",
          server.data(),
          "-U",
          USER,
          "-A",
          "scram-sha-256",
          "--pwfile=" + password,
          "-E",
          "UTF8");
      server.begin();
      server.database("nangdok");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Starts the server on the data that it has. */
  public void begin() {
    String options =
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            + " -c synchronous_commit=off -c max_connections=200"
            + " -c shared_preload_libraries=pg_stat_statements";
    run("pg_ctl", "-D", data(), "-o", options, "-l", folder + "/log", "-w", "-t", "60", "start");
  }

  /** Stops it as a crash does: connections break, nothing is written down in order. */
  public void crash() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  /** Makes a database. */
  public void database(String name) throws IOException {
    try (var connection = java.sql.DriverManager.getConnection(url("postgres"), USER, PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      Path log = Files.createTempFile("nangdok-postgres-", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(program + " failed: " + Files.readString(log));
      }
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    crash();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("A folder of PostgreSQL stays: " + folder);
    }
  }
}
