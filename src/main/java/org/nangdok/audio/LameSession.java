package org.nangdok.audio;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.ID3Tag;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.LameGlobalFlags;
import de.sciss.jump3r.mp3.MPEGMode;
import de.sciss.jump3r.mp3.Presets;
import de.sciss.jump3r.mp3.Quantize;
import de.sciss.jump3r.mp3.QuantizePVT;
import de.sciss.jump3r.mp3.Reservoir;
import de.sciss.jump3r.mp3.Takehiro;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;

/**
 * One run of jump3r's LAME over mono sound. Its own {@code LameEncoder} also measures ReplayGain,
 * which is written into a tag that a stream doesn't have and takes an eighth of the time; here the
 * same parts are put together without that. The frames are the same, byte by byte.
 */
public final class LameSession implements AutoCloseable {

  /** LAME's -q 5. */
  private static final int QUALITY = 5;

  /** LAME's own rule for the worst case: 1.25 times the samples and 7,200 bytes. */
  private static final int ROOM = 7_200;

  private final Lame lame;
  private final LameGlobalFlags flags;

  /**
   * @param rate samples a second, in and out
   * @param kilobits a second, constant
   */
  public LameSession(int rate, int kilobits) {
    this.lame = assembled();
    this.flags = lame.lame_init();
    flags.num_channels = 1;
    flags.in_samplerate = rate;
    flags.mode = MPEGMode.MONO;
    flags.brate = kilobits;
    flags.quality = QUALITY;
    flags.write_id3tag_automatic = false;
    flags.findReplayGain = false;
    int refused = lame.lame_init_params(flags);
    if (refused < 0) {
      throw new IllegalStateException("LAME doesn't encode so: " + refused);
    }
  }

  private static Lame assembled() {
    var lame = new Lame();
    var gain = new GainAnalysis();
    var bits = new BitStream();
    var presets = new Presets();
    var pieces = new QuantizePVT();
    var quantize = new Quantize();
    var tag = new VBRTag();
    var version = new Version();
    var id3 = new ID3Tag();
    var reservoir = new Reservoir();
    var huffman = new Takehiro();
    var decoder = new MPGLib();
    var reader = new Interface();
    var common = new Common();
    lame.setModules(gain, bits, presets, pieces, quantize, tag, version, id3, decoder);
    bits.setModules(gain, decoder, version, tag);
    id3.setModules(bits, version);
    presets.setModules(lame);
    quantize.setModules(bits, reservoir, pieces, huffman);
    pieces.setModules(huffman, reservoir, lame.enc.psy);
    reservoir.setModules(bits);
    huffman.setModules(pieces);
    tag.setModules(lame, bits, version);
    decoder.setModules(reader, common);
    reader.setModules(tag, common);
    return lame;
  }

  /** Bytes that so many samples, or the end, become at most. */
  public static int room(int samples) {
    return samples * 5 / 4 + ROOM;
  }

  /**
   * @param samples 32 bits each
   * @param count how many of them
   * @param mp3 takes whole frames, and has {@link #room} for them
   * @return how many bytes now stand in {@code mp3}
   */
  public int encode(int[] samples, int count, byte[] mp3) {
    return written(lame.lame_encode_buffer_int(flags, samples, samples, count, mp3, 0, mp3.length));
  }

  /**
   * The frames that were still held back.
   *
   * @return how many bytes now stand in {@code mp3}
   */
  public int finish(byte[] mp3) {
    return written(lame.lame_encode_flush(flags, mp3, 0, mp3.length));
  }

  private static int written(int bytes) {
    if (bytes < 0) {
      throw new IllegalStateException("LAME can't encode that: " + bytes);
    }
    return bytes;
  }

  @Override
  public void close() {
    lame.lame_close(flags);
  }
}
