package org.nangdok;

import java.util.List;
import org.nangdok.boot.SpringParts;
import org.nangdok.command.NangdokCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.util.function.SingletonSupplier;

/** The program: a service, and commands that need none. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan(
    basePackages = "org.nangdok.delivery", // each class of a scanned package is opened at start
    excludeFilters = {
      @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
    })
@Import({
  SpringParts.class,
  ListeningRooms.class,
  LocalRooms.class,
  Metrics.class,
  ResidentMemory.class,
  Rooms.class,
  SharedRooms.class,
  SpeechHealth.class,
  Starter.class,
  StorageHealth.class
})
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
    // The service reads its settings itself.
    var settings = SingletonSupplier.of(CommandSettings::new);
    int exit =
        NangdokCommand.run(
            arguments,
            Nangdok::serve,
            (data, voices) ->
                new CommandRooms(data, TextRooms.open(voices, data), settings.obtain()),
            name -> settings.obtain().find(name));
    if (exit != 0 || !"serve".equals(arguments[0])) {
      System.exit(exit);
    }
  }

  private static void serve(List<String> arguments) {
    SpringApplication.run(Nangdok.class, arguments.toArray(String[]::new));
  }
}
