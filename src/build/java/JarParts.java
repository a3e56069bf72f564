import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Names the ten largest parts of the assembled application and ends with 1 where it is larger than allowed.
 *
 * <p>{@code java src/build/java/JarParts.java target/nangdok.jar 150}: a jar, and its limit in megabytes (10^6 bytes).
 */
final class JarParts {

  private static final int NAMED = 10;

  private JarParts() {}

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    long limit = Long.parseLong(arguments[1]) * 1_000_000;
    long size = Files.size(jar);
    System.out.printf("%s has %.1f MB (at most %d); its largest parts:%n", jar.getFileName(), size / 1e6, limit / 1_000_000);
    sizes(jar).entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(NAMED)
        .forEach(part -> System.out.printf("%8.1f MB  %s%n", part.getValue() / 1e6, part.getKey()));
    if (size > limit) {
      System.err.println("The application is too large. Leave a part out, or raise jar.megabytes in pom.xml with a reason in docs/decisions.md.");
      System.exit(1);
    }
  }

  /** Compressed bytes of each library, and of each two folders of our own classes. */
  private static Map<String, Long> sizes(Path jar) throws IOException {
    var sizes = new TreeMap<String, Long>();
    try (var file = new JarFile(jar.toFile())) {
      file.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> sizes.merge(part(entry), entry.getCompressedSize(), Long::sum));
    }
    return sizes;
  }

  private static String part(ZipEntry entry) {
    String name = entry.getName();
    if (!name.startsWith("BOOT-INF/classes/")) {
      return name;
    }
    String[] folders = name.substring("BOOT-INF/classes/".length()).split("/");
    return folders.length < 3 ? folders[0] : folders[0] + "/" + folders[1];
  }
}
