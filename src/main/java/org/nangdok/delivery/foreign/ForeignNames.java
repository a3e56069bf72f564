package org.nangdok.delivery.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Gender;

/**
 * The names of voices that clients of other services send, as {@code voices/foreign.tsv} lists
 * them. A name that ends in {@code *} stands for all that begin so, such as a voice of Piper in all
 * its qualities; small and capital letters are one.
 */
final class ForeignNames {

  /**
   * A name that a client may send.
   *
   * @param service whose name it is
   * @param gender the sex of whom listeners expect; null if either
   * @param voice the id of the voice of ours that is meant, if one is
   * @param rank its place among the names of its service and sex
   */
  record Name(
      String service, String pattern, @Nullable Gender gender, @Nullable String voice, int rank) {

    boolean matches(String name) {
      if (pattern.endsWith("*")) {
        String start = pattern.substring(0, pattern.length() - 1);
        return name.regionMatches(true, 0, start, 0, start.length());
      }
      return pattern.equalsIgnoreCase(name);
    }
  }

  private final List<Name> names = new ArrayList<>();

  /** Reads {@code foreign.tsv}. */
  ForeignNames(VoicesFolder folder) {
    try (InputStream in = folder.open("foreign.tsv").orElseThrow()) {
      int number = 0;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          names.add(name(line.strip().split("\t"), number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Name name(String[] fields, int number) {
    if (fields.length < 3 || fields.length > 4 || !fields[2].matches("female|male|any")) {
      throw new IllegalStateException(
          "voices/foreign.tsv:"
              + number
              + ": service, name, female, male or any, and perhaps a voice are expected.");
    }
    Gender gender =
        fields[2].equals("any") ? null : Gender.valueOf(fields[2].toUpperCase(Locale.ROOT));
    int rank =
        (int)
            names.stream()
                .filter(one -> one.service().equals(fields[0]) && one.gender() == gender)
                .count();
    return new Name(fields[0], fields[1], gender, fields.length == 4 ? fields[3] : null, rank);
  }

  /** The names of one service as a client may send them. */
  List<String> of(String service) {
    return names.stream()
        .filter(name -> name.service().equals(service) && !name.pattern().endsWith("*"))
        .map(Name::pattern)
        .toList();
  }

  /** Who is meant: by a name of the client's own service, else by one of any other. */
  Optional<Name> find(String service, String wanted) {
    return names.stream()
        .filter(name -> name.service().equals(service) && name.matches(wanted))
        .findFirst()
        .or(() -> names.stream().filter(name -> name.matches(wanted)).findFirst());
  }
}
