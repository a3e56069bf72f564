package org.nangdok.language.korean;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.nangdok.data.VoicesFolder;

/** Prints a sample of real sentences and how they are read: {@code FILE SEED COUNT}. */
final class SampleSentences {

  private static final Pattern NOT_PLAIN =
      Pattern.compile("[\\dA-Za-z]|[^\\p{IsHangul}\\s.,?!'\"‘’“”()·…~-]");

  private SampleSentences() {}

  public static void main(String[] arguments) throws IOException {
    var korean = new KoreanLanguage(VoicesFolder.shipped());
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(arguments[0])));
    lines.removeIf(line -> !NOT_PLAIN.matcher(line).find());
    Collections.shuffle(lines, new Random(Long.parseLong(arguments[1])));
    int number = 0;
    for (String line : lines.subList(0, Integer.parseInt(arguments[2]))) {
      var told = korean.explain(line);
      out.println(++number + " " + line + "\n  = " + told.spoken() + "\n  ~ " + told.pronounced());
    }
  }
}
