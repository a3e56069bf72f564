package org.nangdok.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few megabytes in memory; only root can make one. */
final class SmallDisk implements AutoCloseable {

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts one, or skips the test, unless the environment says that it must run. */
  static SmallDisk mount(int megabytes) throws IOException, InterruptedException {
    Path path = Files.createTempDirectory("nangdok-disk-");
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + path);
    if (!mounted && !"required".equals(System.getenv("NANGDOK_SMALL_DISK"))) {
      Files.delete(path);
      Assumptions.abort("A small disk can be mounted by root only; skipped.");
    }
    if (!mounted) {
      throw new IOException("A small disk must be mounted here, and can't.");
    }
    return new SmallDisk(path);
  }

  Path path() {
    return path;
  }

  /** Leaves only so much room. */
  void fill(long left) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    try (var out = Files.newOutputStream(path.resolve("filler"))) {
      byte[] block = new byte[4096];
      for (long written = 0; written < free - left; written += block.length) {
        out.write(block);
      }
    } catch (IOException e) {
      return; // others wrote in the meantime: it is full all the more
    }
  }

  void makeRoom() throws IOException {
    Files.delete(path.resolve("filler"));
  }

  boolean readOnly() throws IOException, InterruptedException {
    return run("mount", "-o", "remount,ro", "" + path);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", "" + path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(path);
  }
}
