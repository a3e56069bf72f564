package org.nangdok.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of the command line as a process sees it: arguments, standard input, what comes out. */
record CommandRun(int exit, byte[] out, String err) {

  /** With the data folder there, nothing on standard input and no settings. */
  static CommandRun of(Path folder, String... arguments) {
    return of(folder, "", Map.of(), arguments);
  }

  static CommandRun of(
      Path folder, String input, Map<String, String> settings, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (all.contains("read")) {
      all.add("--data=" + folder.resolve("data"));
    }
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    InputStream oldIn = System.in;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      int exit =
          NangdokCommand.run(
              all.toArray(String[]::new),
              ignored -> {},
              HummingRooms::new,
              name ->
                  name.equals("nangdok.natural.fetch")
                      ? Optional.of("false")
                      : Optional.ofNullable(settings.get(name)));
      return new CommandRun(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
      System.setIn(oldIn);
    }
  }

  /** Standard output as text. */
  String text() {
    return new String(out, StandardCharsets.UTF_8);
  }
}
