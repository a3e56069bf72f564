package org.nangdok.publish.book;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * W3C's epubcheck in a class loader of its own: the XML parsers that it brings would take the place
 * of the platform's. Maven writes where its files lie.
 */
public final class Epubcheck {

  private static final Path CLASSPATH = Path.of("target", "epubcheck.cp");

  private Epubcheck() {}

  /**
   * Errors and warnings, each with its id and place; skips the test where there is no epubcheck.
   */
  public static List<String> problems(Path epub) throws Exception {
    Path report = Files.createTempFile("epubcheck-", ".json");
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try (URLClassLoader loader = loader()) {
      thread.setContextClassLoader(loader);
      Class<?> checker = loader.loadClass("com.adobe.epubcheck.tool.EpubChecker");
      Object tool = checker.getConstructor().newInstance();
      String[] arguments = {epub.toString(), "--json", report.toString(), "-q"};
      checker.getMethod("run", String[].class).invoke(tool, (Object) arguments);
      List<String> problems = new ArrayList<>();
      for (JsonNode message : JsonMapper.shared().readTree(report.toFile()).path("messages")) {
        String severity = message.path("severity").asString();
        if (!severity.equals("INFO") && !severity.equals("USAGE")) {
          problems.add(
              severity
                  + " "
                  + message.path("ID").asString()
                  + " "
                  + message.path("message").asString()
                  + " "
                  + message.at("/locations/0"));
        }
      }
      return problems;
    } finally {
      thread.setContextClassLoader(own);
      Files.deleteIfExists(report);
    }
  }

  /** A loader of epubcheck and its schemas. */
  static URLClassLoader loader() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(CLASSPATH), "Skipped: Maven hasn't fetched epubcheck; mvn verify does.");
    List<URL> jars = new ArrayList<>();
    for (String jar : Files.readString(CLASSPATH).strip().split(java.io.File.pathSeparator)) {
      if (!jar.isBlank()) {
        URI uri = Path.of(jar).toUri();
        jars.add(uri.toURL());
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
