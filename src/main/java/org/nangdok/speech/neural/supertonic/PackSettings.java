package org.nangdok.speech.neural.supertonic;

import java.nio.file.Path;
import org.nangdok.speech.neural.Json;
import tools.jackson.databind.JsonNode;

/**
 * What {@code tts.json} says that matters here.
 *
 * @param sampleRate samples per second
 * @param samplesPerLatent how many samples one column of the latent becomes
 * @param channels rows of the latent
 */
record PackSettings(int sampleRate, int samplesPerLatent, int channels) {

  static PackSettings read(Path file) {
    JsonNode root = Json.read(file);
    int compression = Json.positive(root, "/ttl/chunk_compress_factor", file);
    return new PackSettings(
        Json.positive(root, "/ae/sample_rate", file),
        Json.positive(root, "/ae/base_chunk_size", file) * compression,
        Json.positive(root, "/ttl/latent_dim", file) * compression);
  }

  /** Columns of latent for so many seconds. */
  int columns(double seconds) {
    return Math.max(1, (int) Math.ceil(seconds * sampleRate / samplesPerLatent));
  }
}
