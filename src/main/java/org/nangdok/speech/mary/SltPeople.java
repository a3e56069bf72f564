package org.nangdok.speech.mary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import marytts.config.VoiceConfig;
import marytts.exceptions.MaryConfigurationException;

/**
 * The configurations of {@link SltPerson people}: the one of cmu-slt-hsmm with another name and
 * alpha. MaryTTS makes an HMM voice with data of its own for each, so that nothing of a voice is
 * changed while others speak. It finds them as services, which is why each is a class.
 */
public final class SltPeople {

  private static final String ORIGINAL = "cmu-slt-hsmm";
  private static final String FILE = "/marytts/voice/CmuSltHsmm/voice.config";

  private SltPeople() {}

  /** One voice's configuration. */
  abstract static class Configuration extends VoiceConfig {

    Configuration(String name) throws MaryConfigurationException {
      super(properties(SltPerson.of(name)));
    }
  }

  private static InputStream properties(SltPerson person) {
    try (InputStream in = SltPeople.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The voice cmu-slt-hsmm isn't on the class path.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      String own =
          text.replace(ORIGINAL, person.name())
              .replaceAll("(?m)^(voice\\..*\\.alpha\\s*=).*$", "$1 " + person.alpha());
      return new ByteArrayInputStream(own.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code slt-bright}. */
  public static final class Bright extends Configuration {
    public Bright() throws MaryConfigurationException {
      super("slt-bright");
    }
  }

  /** {@code slt-warm}. */
  public static final class Warm extends Configuration {
    public Warm() throws MaryConfigurationException {
      super("slt-warm");
    }
  }

  /** {@code slt-tenor}. */
  public static final class Tenor extends Configuration {
    public Tenor() throws MaryConfigurationException {
      super("slt-tenor");
    }
  }

  /** {@code slt-baritone}. */
  public static final class Baritone extends Configuration {
    public Baritone() throws MaryConfigurationException {
      super("slt-baritone");
    }
  }

  /** {@code slt-bass}. */
  public static final class Bass extends Configuration {
    public Bass() throws MaryConfigurationException {
      super("slt-bass");
    }
  }
}
