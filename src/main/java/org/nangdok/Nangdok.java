package org.nangdok;

import java.util.List;
import org.nangdok.command.NangdokCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The program: a service, and commands that need none. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties({
  DocumentSettings.class,
  NangdokSettings.class,
  KeepSettings.class,
  SharedSettings.class,
  SharedDatabaseSettings.class,
  SharedBucketSettings.class,
  NaturalSettings.class,
  RemoteSettings.class,
  MbrolaSettings.class,
  PageSettings.class
})
public class Nangdok {

  /**
   * @param arguments a command with its options ({@code nangdok --help} lists them); without a
   *     command, Spring's options for the service
   */
  public static void main(String[] arguments) {
    // The second wall behind "no user XML reaches MaryTTS": its parser can't fetch anything.
    System.setProperty("javax.xml.accessExternalDTD", "");
    System.setProperty("javax.xml.accessExternalSchema", "");
    boolean command =
        arguments.length > 0
            && (!arguments[0].startsWith("--")
                || List.of("--help", "--version").contains(arguments[0]));
    if (!command) {
      serve(List.of(arguments));
      return;
    }
    if (!"serve".equals(arguments[0])) {
      CommandLogging.start();
    }
    var settings = new CommandSettings();
    int exit =
        NangdokCommand.run(
            arguments,
            Nangdok::serve,
            (data, voices) -> new CommandRooms(data, TextRooms.open(voices, data), settings),
            settings::find);
    if (exit != 0 || !"serve".equals(arguments[0])) {
      System.exit(exit);
    }
  }

  private static void serve(List<String> arguments) {
    SpringApplication.run(Nangdok.class, arguments.toArray(String[]::new));
  }
}
