package org.nangdok.speech.mbrola;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A program that takes mbrola's arguments and reads its phone files: every phone sounds for as long
 * as it says, each as loud as its name makes it. It needs {@code sh} and {@code awk} only.
 */
final class StandIn {

  /** Vowels are loud, other phones by their first letter, silence silent. */
  private static final String SOUND =
      """
      LC_ALL=C awk '
        $1 == "_" { level = 0 }
        $1 ~ /[aeiouEVM2]$/ { level = 30 + 8 * index("aeiouEVM2", substr($1, length($1))) }
        $1 !~ /[aeiouEVM2_]$/ { level = 8 + index("kmntpsNl4hgbd", substr($1, 1, 1)) }
        {
          samples = int($2 * 16 + .5)
          for (i = 0; i < samples; i++) {
            printf "%c%c", 0, int(i / 40) % 2 ? level : (256 - level) % 256
          }
        }' "$3" > "$4"
      """;

  private StandIn() {}

  /** One that speaks. */
  static Path speaking(Path folder) throws IOException {
    return written(folder, "speaking", SOUND);
  }

  /** One that names pairs of phones as missing as long as the file holds them side by side. */
  static Path without(Path folder, String first, String second) throws IOException {
    String warn =
        """
        awk -v first='%s' -v second='%s' '
          before == first && $1 == second {
            print "Warning: " first "-" second " unknown, replaced with _-_"
          }
          { before = $1 }' "$3" >&2
        """
            .formatted(first.replace("\\", "\\\\"), second.replace("\\", "\\\\"));
    return written(folder, "without", warn + SOUND);
  }

  /** One that says something and ends with a code. */
  static Path failing(Path folder) throws IOException {
    return written(folder, "failing", "echo 'FATAL ERROR : cannot find file' >&2\nexit 3\n");
  }

  /** One that never ends, and whose own process waits for another. */
  static Path hanging(Path folder) throws IOException {
    return written(folder, "hanging", "sleep 600\n");
  }

  /** One that ends well and writes nothing. */
  static Path silent(Path folder) throws IOException {
    return written(folder, "silent", "exit 0\n");
  }

  private static Path written(Path folder, String name, String script) throws IOException {
    Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\nset -e\n" + script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  /** What stands for a database. */
  static Path database(Path folder) throws IOException {
    return Files.writeString(folder.resolve("database"), "diphones\n");
  }
}
