package org.nangdok.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jaredmdobson.concentus.OpusDecoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;
import org.jflac.FLACDecoder;
import org.jflac.PCMProcessor;
import org.jflac.metadata.StreamInfo;
import org.jflac.util.ByteData;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.speech.Speech;

/** Each kind of file, read back by a library that isn't ours. */
class SoundFilesTest {

  private static final List<String> COMMENTS =
      List.of("TITLE=새 우물", "CHAPTER001=00:00:00.000", "CHAPTER001NAME=앵커");
  private static final byte[] MP3 = mp3();

  /** Three seconds: a tone that grows, noise, and silence. */
  private static byte[] mp3() {
    var samples = new short[3 * 24_000];
    var random = new java.util.Random(11);
    for (int i = 0; i < samples.length - 12_000; i++) {
      double tone = 9000 * Math.sin(i * .11) * i / samples.length;
      samples[i] = (short) (tone + (i > 40_000 ? random.nextGaussian() * 4000 : 0));
    }
    byte[] clip = ClipEncoder.encode(new Speech(samples, 24_000, List.of(), true), 0).mp3();
    var all = new ByteArrayOutputStream();
    all.writeBytes(clip);
    all.writeBytes(Mp3Frames.silence(7));
    all.writeBytes(clip);
    return all.toByteArray();
  }

  @Test
  void flacIsTheSoundOfTheMp3BitForBit() throws IOException {
    var decoded = new ByteArrayOutputStream();
    var decoder = new FLACDecoder(new ByteArrayInputStream(written("flac")));
    var length = new long[1];
    decoder.addPCMProcessor(
        new PCMProcessor() {
          @Override
          public void processStreamInfo(StreamInfo info) {
            length[0] = info.getTotalSamples();
          }

          @Override
          public void processPCM(ByteData pcm) {
            decoded.write(pcm.getData(), 0, pcm.getLen());
          }
        });
    decoder.decode();

    assertThat(length[0]).isEqualTo(samples());
    assertThat(decoded.toByteArray()).isEqualTo(pcm());
    assertThat(decoder.getBadFrames()).isZero();
    assertThat(written("flac").length).isLessThan(pcm().length);
  }

  @Test
  void flacHoldsWhatIsHardToCompress() throws IOException {
    var random = new java.util.Random(5);
    for (int count : new int[] {1, 2, 3, 576, 4608}) {
      var samples = new short[count];
      for (int i = 0; i < count; i++) {
        samples[i] = i % 2 == 0 ? Short.MIN_VALUE : (short) (Short.MAX_VALUE - random.nextInt(9));
      }
      byte[] frame = FlacFrame.encode(samples, count, 70_000 + count);
      assertThat(frame.length).isLessThan(2 * count + 64 + count / 2);
    }
  }

  @Test
  void wavIsTheSoundOfTheMp3() throws Exception {
    try (AudioInputStream in =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(written("wav")))) {
      assertThat(in.getFormat().getSampleRate()).isEqualTo(24_000);
      assertThat(in.getFormat().getChannels()).isOne();
      assertThat(in.getFrameLength()).isEqualTo(samples());
      assertThat(in.readAllBytes()).isEqualTo(pcm());
    }
  }

  @Test
  void oggOpusIsDecodedByOthersAndAsLongAsTheMp3() throws Exception {
    var file = new OpusFile(new OggFile(new ByteArrayInputStream(written("opus"))));

    assertThat(file.getInfo().getSampleRate()).isEqualTo(24_000);
    assertThat(file.getTags().getTitle()).isEqualTo("새 우물");
    assertThat(file.getTags().getComments("CHAPTER001NAME")).containsExactly("앵커");
    var decoder = new OpusDecoder(24_000, 1);
    var heard = new short[samples() + 48_000];
    int length = 0;
    long last = 0;
    for (OpusAudioData packet = file.getNextAudioPacket();
        packet != null;
        packet = file.getNextAudioPacket()) {
      byte[] data = packet.getData();
      length += decoder.decode(data, 0, data.length, heard, length, 5760, false);
      last = packet.getGranulePosition();
    }
    int skip = file.getInfo().getPreSkip();
    assertThat((last - skip) / 2).isEqualTo(samples());
    float[] original = Mp3Decoding.decode(MP3);
    for (int millis = 200; millis < 2400; millis += 400) {
      assertThat(level(heard, skip / 2, millis))
          .isCloseTo(Mp3Decoding.level(original, millis, millis + 200), within(3.0));
    }
  }

  @Test
  void m4aComesFromFfmpegWhereThereIsOne() throws Exception {
    Optional<Ffmpeg> ffmpeg = Ffmpeg.find();
    assumeTrue(ffmpeg.isPresent(), "ffmpeg is not installed.");

    Path file =
        ffmpeg.get().m4a(new ByteArrayInputStream(MP3), ";FFMETADATA1\ntitle=새 우물\nartist=들꽃 신문\n");

    try {
      org.jaudiotagger.audio.AudioFile read =
          org.jaudiotagger.audio.AudioFileIO.readAs(file.toFile(), "m4a");
      assertThat(read.getTag().getFirst(org.jaudiotagger.tag.FieldKey.TITLE)).isEqualTo("새 우물");
      assertThat((double) read.getAudioHeader().getTrackLength())
          .isCloseTo(samples() / 24_000.0, within(1.0));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aLongArticleIsWrittenWithoutHoldingIt() throws IOException {
    byte[] minute = repeated(10);
    int times = 12;
    InputStream all =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(times, minute).stream()
                    .<InputStream>map(ByteArrayInputStream::new)
                    .toList()));
    var counted = new Counter();
    try (var sound = new DecodedMp3(all, (long) minute.length * times)) {
      SoundFile.byExtension("wav").orElseThrow().write(sound, List.of(), counted);
    }
    long samples = (long) minute.length * times / Mp3Frames.BYTES * Mp3Frames.SAMPLES;
    assertThat(counted.count).isEqualTo(44 + 2 * samples);
    assertThat(counted.longest).isLessThan(10_000);
  }

  private static byte[] repeated(int times) {
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(MP3);
    }
    return all.toByteArray();
  }

  private static final class Counter extends OutputStream {
    private long count;
    private int longest;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
      longest = Math.max(longest, length);
    }
  }

  private static byte[] written(String extension) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sound = new DecodedMp3(new ByteArrayInputStream(MP3), MP3.length)) {
      SoundFile.byExtension(extension).orElseThrow().write(sound, COMMENTS, out);
    }
    return out.toByteArray();
  }

  private static int samples() {
    return MP3.length / Mp3Frames.BYTES * Mp3Frames.SAMPLES;
  }

  private static byte[] pcm() {
    float[] samples = Mp3Decoding.decode(MP3);
    var bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      int value = Math.round(samples[i] * 32768);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    return bytes;
  }

  private static double level(short[] samples, int skip, int millis) {
    double sum = 0;
    int from = skip + millis * 24;
    for (int i = from; i < from + 4800; i++) {
      sum += Math.pow(samples[i] / 32768.0, 2);
    }
    return 10 * Math.log10(sum / 4800 + 1e-12);
  }
}
