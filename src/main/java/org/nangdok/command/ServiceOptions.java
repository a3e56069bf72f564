package org.nangdok.command;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Where what is kept lies, and where the service that keeps it runs: for commands that need both.
 */
final class ServiceOptions {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The service's data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--service",
      paramLabel = "ADDRESS",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where the service runs, if it runs (default: ${DEFAULT-VALUE}).")
  private URI service = URI.create("http://127.0.0.1:8080");

  Path data() {
    return data;
  }

  URI service() {
    return service;
  }
}
