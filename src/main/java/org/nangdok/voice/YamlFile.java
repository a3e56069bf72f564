package org.nangdok.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The values of a YAML file or of a part of it.
 *
 * @param place file and path inside it, for messages
 */
public record YamlFile(String place, Map<String, Object> values) {

  /** Reads a file of {@code voices/}. */
  public static YamlFile read(VoicesFolder folder, String name) {
    try (InputStream in = folder.open(name).orElseThrow(() -> missing(name))) {
      return parse(in.readAllBytes(), "voices/" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of a file's content. */
  public static YamlFile parse(byte[] bytes, String place) {
    try {
      Object root =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
      return new YamlFile(place, map(root, place));
    } catch (YAMLException e) {
      throw new VoiceFileException(place + " isn't YAML: " + e.getMessage(), e);
    }
  }

  private static VoiceFileException missing(String name) {
    return new VoiceFileException("The file voices/" + name + " is missing.");
  }

  private static Map<String, Object> map(@Nullable Object value, String place) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach(
          (key, entry) -> {
            if (entry != null) {
              map.put(String.valueOf(key), entry);
            }
          });
    } else if (value != null) {
      throw new VoiceFileException(place + ": names with values are expected.");
    }
    return map;
  }

  /** The part under a name; empty if there is none. */
  public YamlFile part(String name) {
    return new YamlFile(place + ": " + name, map(values.get(name), place + ": " + name));
  }

  /** The list under a name; one value counts as a list of one. */
  public List<Object> list(String name) {
    Object value = values.get(name);
    List<Object> list = new ArrayList<>();
    if (value instanceof List<?> many) {
      many.forEach(one -> list.add(one == null ? Map.of() : one));
    } else if (value != null) {
      list.add(value);
    }
    return list;
  }

  /** The parts in the list under a name. */
  public List<YamlFile> parts(String name) {
    List<YamlFile> parts = new ArrayList<>();
    for (Object one : list(name)) {
      parts.add(new YamlFile(place + ": " + name, map(one, place + ": " + name)));
    }
    return parts;
  }

  /** The text under a name, which must be there. */
  public String text(String name) {
    Object value = values.get(name);
    if (value == null || value.toString().isBlank()) {
      throw new VoiceFileException(place + ": \"" + name + "\" is missing.");
    }
    return value.toString();
  }

  /** The number under a name. */
  public double number(String name, double otherwise) {
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new VoiceFileException(place + ": \"" + name + "\" must be a number.");
  }

  /** Whether the value under a name is {@code true}. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** A delivery; what isn't given leaves the voice as it is. */
  Delivery delivery() {
    try {
      return new Delivery(number("speed", 1), number("pitch", 0), flag("telephone"));
    } catch (IllegalArgumentException e) {
      throw new VoiceFileException(place + ": " + e.getMessage(), e);
    }
  }
}
