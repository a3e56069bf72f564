package org.nangdok.speech.mary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person made of the recordings of one voice, by {@code people.tsv}.
 *
 * @param name of the MaryTTS voice
 * @param alpha warping of its spectrum
 * @param semitones on the pitch of the recordings
 * @param speed factor on their tempo
 */
record SltPerson(String name, double alpha, double semitones, double speed) {

  private static final Map<String, SltPerson> ALL = read();

  /** The person of a voice; the voice as it is if the table doesn't name it. */
  static SltPerson of(String name) {
    return ALL.getOrDefault(name, new SltPerson(name, .55, 0, 1));
  }

  private static Map<String, SltPerson> read() {
    InputStream in = SltPerson.class.getResourceAsStream("people.tsv");
    if (in == null) {
      throw new IllegalStateException("There is no people.tsv on the class path.");
    }
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .map(
              cells ->
                  new SltPerson(
                      cells[0],
                      Double.parseDouble(cells[1]),
                      Double.parseDouble(cells[2]),
                      Double.parseDouble(cells[3])))
          .collect(Collectors.toMap(SltPerson::name, person -> person));
    } catch (IOException e) {
      throw new UncheckedIOException("people.tsv can't be read.", e);
    }
  }
}
