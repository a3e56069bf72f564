package org.nangdok.speech.espeak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * espeak-ng's compiled phoneme tables, and one more of our own: its Korean one, the consonants of
 * {@code consonants.tsv} and a tone for every syllable of the clause that is spoken next.
 *
 * <p>{@code phontab} is a count, then tables of a 36-byte head (number of phonemes, number of the
 * table it adds to, name) and 16-byte phonemes; {@code phonindex} holds their programs as 16-bit
 * words. Both are little-endian (espeak-ng 1.52, phoneme.h and compiledata.c).
 */
final class PhonemeTables {

  static final String NAME = "nangdok";

  private static final int HEAD = 36;
  private static final int ENTRY = 16;
  private static final int STRESS_TYPE = 1;
  private static final int FIRST_FREE_CODE = 128;
  private static final int DEFAULT_TONE_CODE = 17;

  private static final int RETURN = 0x0001;
  private static final int PAUSE_BEFORE = 0x0700;
  private static final int SET_LENGTH = 0x0a00;
  private static final int PITCH_ENVELOPE = 0x9200;
  private static final int WAV = 0xc000;

  private record Phoneme(int flags, int program, int type, int lengthGroup) {}

  private final byte[] original;
  private final short[] programs;
  private final Map<String, Integer> sounds = new HashMap<>();
  private final Map<String, Phoneme> phonemes = new HashMap<>();
  private final Map<String, Integer> tables = new HashMap<>();
  private final List<Integer> added = new ArrayList<>();
  private final List<byte[]> consonants = new ArrayList<>();
  private final int fall;
  private final int rise;

  /** Reads the tables in a data folder. */
  PhonemeTables(Path data) throws IOException {
    original = Files.readAllBytes(data.resolve("phontab"));
    byte[] index = Files.readAllBytes(data.resolve("phonindex"));
    programs = new short[index.length / 2];
    ByteBuffer.wrap(index).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(programs);
    readSounds(data.resolve("phondata-manifest"));
    readTables();
    fall = addProgram(PITCH_ENVELOPE, sound("envelope/p_fall"), RETURN);
    // espeak-ng's "level" envelope is a straight line from the lower to the higher pitch.
    rise = addProgram(PITCH_ENVELOPE, sound("envelope/p_level"), RETURN);
    Table.readShipped(PhonemeTables.class, "consonants.tsv", 7, this::addConsonant);
  }

  /** The programs with ours at the end; the same for every clause. */
  byte[] programs() {
    var out =
        ByteBuffer.allocate(2 * (programs.length + added.size())).order(ByteOrder.LITTLE_ENDIAN);
    for (short word : programs) {
      out.putShort(word);
    }
    added.forEach(word -> out.putShort(word.shortValue()));
    return out.array();
  }

  /** The tables with ours at the end, which has the given tones. */
  byte[] withTones(List<Tone> tones) {
    if (tones.size() > Tone.MOST) {
      throw new IllegalArgumentException("A clause has at most " + Tone.MOST + " tones.");
    }
    int count = consonants.size() + tones.size() + 2;
    var out =
        ByteBuffer.allocate(original.length + HEAD + count * ENTRY).order(ByteOrder.LITTLE_ENDIAN);
    out.put(original);
    out.put(0, (byte) (original[0] + 1));
    out.put((byte) count).put(table("ko").byteValue()).putShort((short) 0);
    out.put(named(NAME, 32));
    consonants.forEach(out::put);
    for (int i = 0; i < tones.size(); i++) {
      out.put(tone(Tone.name(i), FIRST_FREE_CODE + consonants.size() + i, tones.get(i)));
    }
    // A vowel without a tone takes this one; then the empty phoneme that ends every table.
    out.put(tone("1", DEFAULT_TONE_CODE, Tone.ofSemitones(0, 0, 100)));
    out.put(new byte[ENTRY]);
    return out.array();
  }

  private byte[] tone(String name, int code, Tone tone) {
    return ByteBuffer.allocate(ENTRY)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(named(name, 4))
        .putInt(0)
        .putShort((short) (tone.start() < tone.end() ? rise : fall))
        .put((byte) code)
        .put((byte) STRESS_TYPE)
        .put((byte) Math.min(tone.start(), tone.end()))
        .put((byte) Math.max(tone.start(), tone.end()))
        .put((byte) tone.length())
        .put((byte) 0)
        .array();
  }

  private void addConsonant(Table line) {
    Phoneme like = phonemes.get(line.text(1));
    if (like == null) {
      throw new IllegalArgumentException("espeak-ng has no phoneme " + line.text(1) + ".");
    }
    var program = new ArrayList<>(transitions(like.program()));
    if (line.number(5) > 0) {
      program.add(PAUSE_BEFORE | line.number(5));
    }
    if (line.number(4) > 0) {
      program.add(SET_LENGTH | line.number(4) / 2);
    }
    int sound = sound(line.text(2)) / 4;
    program.add(WAV | line.number(3) << 4 | sound >> 16);
    program.add(sound & 0xffff);
    program.add(RETURN);
    int start = programs.length + added.size();
    added.addAll(program);
    consonants.add(
        ByteBuffer.allocate(ENTRY)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(named(line.text(0), 4))
            .putInt(like.flags())
            .putShort((short) start)
            .put((byte) (FIRST_FREE_CODE + consonants.size()))
            .put((byte) like.type())
            .putShort((short) 0)
            .put((byte) 0)
            .put((byte) like.lengthGroup())
            .array());
  }

  /** The formant transitions with which a program begins: 0xa1.. and 0xa2.., four words each. */
  private List<Integer> transitions(int program) {
    var found = new ArrayList<Integer>();
    int at = program;
    while (true) {
      int word = programs[at] & 0xffff;
      if (word >> 8 == 0x0d) {
        at += 1 + ((word & 0xff) + 1) / 2;
      } else if (word >> 8 == 0xa1 || word >> 8 == 0xa2) {
        for (int i = 0; i < 4; i++) {
          found.add(programs[at++] & 0xffff);
        }
      } else {
        return found;
      }
    }
  }

  private int addProgram(int instruction, int address, int last) {
    int start = programs.length + added.size();
    added.add(instruction | address >> 16);
    added.add(address & 0xffff);
    added.add(last);
    return start;
  }

  private void readSounds(Path manifest) throws IOException {
    for (String line : Files.readAllLines(manifest)) {
      String[] parts = line.split("\\s+");
      if (parts.length >= 3 && parts[1].startsWith("0x")) {
        sounds.put(parts[2], Integer.decode(parts[1]));
      }
    }
  }

  private void readTables() {
    var in = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
    int count = in.getInt() & 0xff;
    for (int number = 1; number <= count; number++) {
      int size = in.get() & 0xff;
      in.position(in.position() + 3);
      String table = text(in, 32);
      tables.put(table, number);
      for (int i = 0; i < size; i++) {
        String name = text(in, 4);
        int flags = in.getInt();
        int program = in.getShort() & 0xffff;
        in.get();
        int type = in.get();
        in.position(in.position() + 3);
        phonemes.put(table + "/" + name, new Phoneme(flags, program, type, in.get()));
      }
    }
  }

  private int sound(String name) {
    return required(sounds.get(name), name);
  }

  private Integer table(String name) {
    return required(tables.get(name), name);
  }

  private static Integer required(@Nullable Integer found, String name) {
    if (found == null) {
      throw new IllegalArgumentException("espeak-ng's data has no " + name + ".");
    }
    return found;
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  private static byte[] named(String name, int length) {
    return ByteBuffer.allocate(length).put(name.getBytes(StandardCharsets.ISO_8859_1)).array();
  }
}
