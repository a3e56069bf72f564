package org.nangdok.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The three browser engines, each as Debian packages it. None is told to let sound play by itself.
 */
enum Engine {
  CHROMIUM("chromium", "chromedriver") {
    @Override
    Browser start() {
      Program driver =
          Program.start(Map.of(), List.of(find("chromedriver").orElseThrow(), "--port=0"));
      String port =
          driver.awaitOutput(Pattern.compile("started successfully on port (\\d+)"), START_LIMIT);
      List<String> arguments = List.of("--headless=new", "--no-sandbox", "--lang=ko-KR");
      return new WebDriverBrowser(
          driver,
          URI.create("http://127.0.0.1:" + port),
          Map.of(
              "browserName",
              "chrome",
              "goog:chromeOptions",
              Map.of(
                  "binary",
                  find("chromium").orElseThrow(),
                  "args",
                  arguments,
                  "prefs",
                  Map.of("intl.accept_languages", "ko-KR,ko"))));
    }
  },

  FIREFOX("firefox-esr", "pulseaudio") {
    @Override
    Browser start() {
      Path profile = temporaryFolder();
      write(
          profile.resolve("user.js"),
          """
          user_pref("remote.active-protocols", 1);
          user_pref("app.update.enabled", false);
          user_pref("intl.accept_languages", "ko-KR, ko");
          """);
      Program program =
          Program.start(
              Map.of("HOME", profile.toString(), "PULSE_SERVER", NullSound.start()),
              List.of(
                  find("firefox-esr").orElseThrow(),
                  "--headless",
                  "--no-remote",
                  "--profile",
                  profile.toString(),
                  "--remote-debugging-port=0",
                  // a page to begin with, so that the page and not the address bar has the focus
                  "data:text/html,"));
      String address =
          program.awaitOutput(
              Pattern.compile("WebDriver BiDi listening on (ws://[\\d.]+:\\d+)"), START_LIMIT);
      return new BidiBrowser(program, URI.create(address));
    }
  },

  WEBKIT("WebKitWebDriver", "xvfb-run") {
    @Override
    Browser start() {
      int port = freePort();
      List<String> command = new ArrayList<>();
      if (System.getenv("DISPLAY") == null) {
        command.addAll(
            List.of(find("xvfb-run").orElseThrow(), "-a", "-s", "-screen 0 1600x2600x24"));
      }
      command.addAll(
          List.of(find("WebKitWebDriver").orElseThrow(), "--port=" + port, "--host=127.0.0.1"));
      Program driver =
          Program.start(
              Map.of("HOME", temporaryFolder().toString(), "LANG", "ko_KR.UTF-8", "LANGUAGE", "ko"),
              command);
      await().atMost(START_LIMIT).until(() -> listens(port));
      return new WebDriverBrowser(
          driver,
          URI.create("http://127.0.0.1:" + port),
          Map.of(
              "browserName",
              "MiniBrowser",
              "webkitgtk:browserOptions",
              Map.of(
                  "binary",
                  miniBrowser().orElseThrow().toString(),
                  "args",
                  List.of("--automation", "--autoplay-policy=deny"))));
    }

    @Override
    Optional<String> missing() {
      return super.missing()
          .or(() -> miniBrowser().isPresent() ? Optional.empty() : Optional.of("MiniBrowser"));
    }
  };

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final List<String> needs;

  Engine(String... needs) {
    this.needs = List.of(needs);
  }

  /** Starts the browser with a profile of its own. */
  abstract Browser start();

  /** A program that this engine needs and the machine lacks. */
  Optional<String> missing() {
    return needs.stream().filter(need -> find(need).isEmpty()).findFirst();
  }

  static Optional<String> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private static Optional<Path> miniBrowser() {
    return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
        .map(machine -> Path.of("/usr/lib", machine, "webkit2gtk-4.1", "MiniBrowser"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("nangdok-browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
