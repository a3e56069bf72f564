package org.nangdok.delivery;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being made, and that many may read meanwhile, each as slowly as they like: the
 * maker waits for none of them.
 */
final class Making {

  private static final int PIECE = 65_536;

  /**
   * Then a reader is told that there will be something: browsers give up after minutes without a
   * word, and an audiobook of forty hours begins only when all of it is encoded.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path part;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private long written;
  private boolean ended;
  private @Nullable Throwable failure;

  Making(Path part) {
    this(part, PATIENCE);
  }

  Making(Path part, Duration patience) {
    this.part = part;
    this.patience = patience;
  }

  /**
   * Writes the file, on the caller's thread; who reads it waits for {@link #end} then.
   *
   * @return whether it was made whole
   */
  boolean make(MadeFiles.Maker maker) {
    try (var out = new Counted(Files.newOutputStream(part))) {
      maker.write(out);
      return true;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      lock.lock();
      try {
        failure = e;
      } finally {
        lock.unlock();
      }
      return false;
    }
  }

  /** It is made, and has its place or failed. */
  void end() {
    lock.lock();
    try {
      ended = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long length() {
    lock.lock();
    try {
      return written;
    } finally {
      lock.unlock();
    }
  }

  /** Opens it for a reader, who then has it whatever becomes of its name. */
  FileChannel open() throws IOException {
    return FileChannel.open(part, StandardOpenOption.READ);
  }

  /**
   * Waits until it is made.
   *
   * @throws IOException if it can't be
   */
  void await() throws IOException, InterruptedException {
    lock.lock();
    try {
      while (!ended) {
        more.await();
      }
      requireWell();
    } finally {
      lock.unlock();
    }
  }

  /** Sends it as far as it is made, and goes on until it is. */
  void send(FileChannel file, OutputStream out) throws IOException, InterruptedException {
    if (isSlow()) {
      out.flush(); // the answer's head goes out
    }
    var piece = ByteBuffer.allocate(PIECE);
    long sent = 0;
    for (long there = beyond(sent); there > sent; there = beyond(sent)) {
      while (sent < there) {
        piece.clear().limit((int) Math.min(PIECE, there - sent));
        int count = file.read(piece, sent);
        if (count < 0) {
          throw new IOException("The file became shorter while it was sent.");
        }
        out.write(piece.array(), 0, count);
        sent += count;
      }
      out.flush();
    }
  }

  private boolean isSlow() throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (written == 0 && !ended && left > 0) {
        left = more.awaitNanos(left);
      }
      return written == 0 && !ended;
    } finally {
      lock.unlock();
    }
  }

  private long beyond(long sent) throws IOException, InterruptedException {
    lock.lock();
    try {
      while (written == sent && !ended) {
        more.await();
      }
      requireWell();
      return written;
    } finally {
      lock.unlock();
    }
  }

  private void requireWell() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw new IOException(e.getMessage(), e);
      default -> throw new IOException("The file can't be made.", failure);
    }
  }

  private final class Counted extends FilterOutputStream {

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      lock.lock();
      try {
        written += length;
        more.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
