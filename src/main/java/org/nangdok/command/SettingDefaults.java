package org.nangdok.command;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options that nobody types what the same setting of the service says. */
final class SettingDefaults implements IDefaultValueProvider {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "--data", "nangdok.data",
          "--voices", "nangdok.voices",
          "--fetch", "nangdok.natural.fetch",
          "--service", "nangdok.service");

  private final Function<String, Optional<String>> settings;

  SettingDefaults(Function<String, Optional<String>> settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName();
    String setting = SETTINGS.get(name);
    if (setting == null || isOfServe(argument)) {
      return null;
    }
    return settings
        .apply(setting)
        .filter(value -> !value.isBlank())
        .or(() -> name.equals("--service") ? local() : Optional.empty())
        .orElse(null);
  }

  /** The service reads its settings itself. */
  private static boolean isOfServe(ArgSpec argument) {
    return argument.command().userObject() instanceof ServeCommand;
  }

  private Optional<String> local() {
    return settings.apply("server.port").map(port -> "http://127.0.0.1:" + port);
  }
}
