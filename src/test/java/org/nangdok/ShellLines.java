package org.nangdok;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands of a document as a shell takes them apart: programs of the same names write down what
 * they get.
 */
public final class ShellLines {

  private static final List<String> PROGRAMS = List.of("nangdok", "curl", "mvn");

  private ShellLines() {}

  /** One command: the program and its arguments. */
  public record Call(String program, List<String> arguments) {}

  /** The shells that this machine has of those that people use. */
  public static List<String> shells() {
    return List.of("sh", "bash", "zsh").stream().filter(ShellLines::isThere).toList();
  }

  /** The indented lines of a document that begin with one of the programs. */
  public static List<String> in(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.startsWith("    "))
        .map(String::strip)
        .filter(line -> line.matches("(?:\\./nangdok|curl|mvn) .*"))
        .toList();
  }

  /** What a shell makes of a line, in a folder where {@code ./nangdok} is. */
  public static List<Call> calls(String shell, String line, Path folder) throws Exception {
    Path calls = folder.resolve("calls");
    Files.deleteIfExists(calls);
    for (String program : PROGRAMS) {
      Path stub = folder.resolve(program);
      if (!Files.exists(stub)) {
        Files.writeString(
            stub,
            "#!/bin/sh\n{ echo "
                + program
                + "; for a; do printf '%s\\n' \"$a\"; done; echo ---; } >> \"$CALLS\"\n");
        Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    var process =
        new ProcessBuilder(shell, "-c", line).directory(folder.toFile()).redirectErrorStream(true);
    process.environment().put("CALLS", calls.toString());
    process.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    Process running = process.start();
    running.getOutputStream().close();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (running.waitFor() != 0) {
      throw new AssertionError(shell + " can't run: " + line + "\n" + said);
    }
    List<Call> all = new ArrayList<>();
    List<String> one = new ArrayList<>();
    for (String word : Files.readAllLines(calls)) {
      if (word.equals("---")) {
        all.add(new Call(one.getFirst(), List.copyOf(one.subList(1, one.size()))));
        one.clear();
      } else {
        one.add(word);
      }
    }
    return all;
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
  }
}
