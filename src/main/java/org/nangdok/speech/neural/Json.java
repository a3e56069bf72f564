package org.nangdok.speech.neural;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nangdok.speech.SpeechException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files of a pack, read with the file's name in every complaint. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** The whole file. */
  public static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new SpeechException("The file " + file.getFileName() + " can't be read.", e);
    } catch (JacksonException e) {
      throw new SpeechException("The file " + file.getFileName() + " isn't JSON.", e);
    }
  }

  /** A positive whole number inside a file, by its JSON pointer. */
  public static int positive(JsonNode root, String pointer, Path file) {
    JsonNode value = root.at(pointer);
    if (!value.isInt() || value.asInt() <= 0) {
      throw new SpeechException(
          "The file " + file.getFileName() + " has no positive number at " + pointer + ".");
    }
    return value.asInt();
  }
}
