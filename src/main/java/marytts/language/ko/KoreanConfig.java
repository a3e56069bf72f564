package marytts.language.ko;

import marytts.config.LanguageConfig;
import marytts.exceptions.MaryConfigurationException;

/** What MaryTTS must load for Korean: the modules and the allophones of {@code ko.config}. */
public class KoreanConfig extends LanguageConfig {

  /** Called by MaryTTS's service loader. */
  public KoreanConfig() throws MaryConfigurationException {
    super(KoreanConfig.class.getResourceAsStream("ko.config"));
  }
}
