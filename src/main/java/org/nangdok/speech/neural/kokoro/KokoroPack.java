package org.nangdok.speech.neural.kokoro;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.nangdok.speech.SpeechException;

/**
 * An installed pack: {@code model.onnx}, {@code vocab.json} and {@code styles/NAME.bin} in one
 * folder. The network is loaded when it is first needed. Thread-safe.
 */
public final class KokoroPack implements AutoCloseable {

  private final Path folder;
  private final int threads;
  private final Vocabulary vocabulary;
  private final Styles styles;
  private final String version;
  private @Nullable KokoroModel model;

  private KokoroPack(Path folder, int threads, Vocabulary vocabulary, String version) {
    this.folder = folder;
    this.threads = threads;
    this.vocabulary = vocabulary;
    this.styles = new Styles(folder.resolve("styles"));
    this.version = version;
  }

  /**
   * Opens a pack.
   *
   * @param threads how many threads one sentence may use, from 1
   * @throws SpeechException naming the file that is missing or can't be read
   */
  public static KokoroPack open(Path folder, int threads) {
    Path model = folder.resolve("model.onnx");
    if (!Files.isRegularFile(model)) {
      throw new SpeechException("The file model.onnx is missing.");
    }
    return new KokoroPack(
        folder, threads, Vocabulary.read(folder.resolve("vocab.json")), hash(model));
  }

  private static String hash(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 4);
    } catch (IOException e) {
      throw new SpeechException("The file " + file.getFileName() + " can't be read.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The beginning of the graph's SHA-256. */
  public String version() {
    return version;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Styles styles() {
    return styles;
  }

  /** The network, loaded by the first who asks. */
  public synchronized KokoroModel model() {
    if (model == null) {
      model = KokoroModel.open(folder.resolve("model.onnx"), threads);
    }
    return model;
  }

  @Override
  public synchronized void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
