import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays out what the Debian package installs into {@code /usr/lib/nangdok}: the application beside its libraries, and a Java runtime cut from
 * the JDK that runs this.
 *
 * <p>{@code java src/build/java/DebianLayout.java target/nangdok.jar target/debian}
 */
final class DebianLayout {

  /** All that Java SE has, and what the application and its libraries use besides: old charsets, other locales, Zip file systems. */
  private static final String MODULES = "java.se,jdk.unsupported,jdk.charsets,jdk.localedata,jdk.zipfs,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.httpserver,jdk.security.auth,jdk.security.jgss,jdk.jfr";

  private DebianLayout() {}

  public static void main(String[] arguments) throws Exception {
    if (Runtime.version().feature() < 21) {
      throw new IllegalStateException("The package's Java is cut from the JDK that runs this: take 21 or newer.");
    }
    Path jar = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path tools = Path.of(System.getProperty("java.home"), "bin");
    delete(folder);
    run(tools.resolve("java"), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
    run(
        tools.resolve("jlink"), "--add-modules", MODULES, "--output", folder.resolve("runtime").toString(), //
        "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages");
  }

  private static void run(Path program, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(program.getFileName() + " ended with " + status);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
