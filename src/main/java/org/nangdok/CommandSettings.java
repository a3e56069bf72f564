package org.nangdok;

import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings that a command finds where the service would: variables such as {@code NANGDOK_DATA}
 * and configuration files.
 */
final class CommandSettings {

  private final StandardEnvironment environment = new StandardEnvironment();
  private final Binder binder;

  CommandSettings() {
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    ConfigurationPropertySources.attach(environment);
    this.binder = Binder.get(environment);
  }

  /** The value of one property, if there is one. */
  Optional<String> find(String name) {
    return Optional.ofNullable(binder.bind(name, Bindable.of(String.class)).orElse(null));
  }

  /** All settings below a name. */
  <T> T all(String name, Class<T> settings) {
    return binder.bindOrCreate(name, settings);
  }
}
