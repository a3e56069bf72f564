package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a package client: without a shell, in a folder of its own, of low priority, bounded in
 * time and in what it may write. Its environment is the service's: mirror, proxy and certificates
 * stand there or in the client's own settings.
 */
final class ClientCall {

  /** Bytes that a client may write besides archives: its cache and what it keeps of an index. */
  static final long BESIDES = 100_000_000;

  private static final long LOOK_EVERY = 250;

  private final String searchPath;
  private final Duration longest;
  private final long most;

  /**
   * @param most bytes that may lie in the folder
   */
  ClientCall(String searchPath, Duration longest, long most) {
    this.searchPath = searchPath;
    this.longest = longest;
    this.most = most;
  }

  /**
   * Runs the client and waits for its end.
   *
   * @param folder its working folder; temporary files go there too
   * @param progress is told how many bytes lie in the folder
   * @return null if it ended well, or why it didn't, in a sentence
   * @throws IOException if this thread is interrupted
   */
  @Nullable String run(Path program, List<String> arguments, Path folder, LongConsumer progress)
      throws IOException {
    List<String> command = new ArrayList<>();
    PackageClient.found("nice", searchPath)
        .ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "15")));
    command.add(program.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("TMPDIR", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return program.getFileName() + " can't be started.";
    }
    try {
      process.getOutputStream().close();
      return awaited(process, program, folder, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The download was stopped.", e);
    } finally {
      List<ProcessHandle> below = process.descendants().toList();
      process.destroyForcibly();
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private @Nullable String awaited(
      Process process, Path program, Path folder, LongConsumer progress)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!process.waitFor(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
      long there = bytes(folder);
      if (there > most) {
        return program.getFileName() + " wrote more than was expected.";
      }
      if (System.nanoTime() > end) {
        return "%s took longer than %d seconds."
            .formatted(program.getFileName(), longest.toSeconds());
      }
      progress.accept(there);
    }
    return process.exitValue() == 0
        ? null
        : "%s ended with exit code %d.".formatted(program.getFileName(), process.exitValue());
  }

  /** Files come and go while they are counted. */
  private static long bytes(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
