package org.nangdok.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that a test started; its output is kept, and it ends with all that it started. */
final class Program implements AutoCloseable {

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static Program start(Map<String, String> environment, List<String> command) {
    try {
      Path log = Files.createTempFile("nangdok-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new Program(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command) + " can't be started.", e);
    }
  }

  /** Waits until the output has what the pattern finds, and returns its first group. */
  String awaitOutput(Pattern pattern, Duration limit) {
    await().atMost(limit).until(() -> !process.isAlive() || pattern.matcher(output()).find());
    Matcher matcher = pattern.matcher(output());
    if (!matcher.find()) {
      throw new IllegalStateException("The program ended: " + output());
    }
    return matcher.group(1);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String output() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    started.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      started.forEach(ProcessHandle::destroyForcibly);
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
