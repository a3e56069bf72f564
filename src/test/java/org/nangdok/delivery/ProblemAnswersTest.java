package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class ProblemAnswersTest {

  @RestController
  static class Breaking {
    @GetMapping("/breaks")
    String breaks() {
      throw new IllegalStateException("jdbc:h2:/srv/data secret");
    }
  }

  @Test
  void row106AnUnexpectedFailureTellsNothingOfTheInside() throws Exception {
    MockHttpServletResponse answer =
        MockMvcBuilders.standaloneSetup(new Breaking())
            .setControllerAdvice(new ProblemAnswers())
            .build()
            .perform(get("/breaks"))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(answer.getContentAsString())
        .contains("\"internal\"")
        .containsPattern("\"instance\":\"urn:uuid:[0-9a-f-]{36}\"")
        .doesNotContain("secret", "jdbc", "IllegalState", "org.nangdok", "at ");
  }

  @ParameterizedTest(name = "page.{0} is {1}")
  @CsvSource({
    "bad-url,400",
    "scheme,400",
    "credentials,400",
    "port,400",
    "blocked-address,403",
    "disallowed,403",
    "unknown-host,404",
    "bad-redirect,502",
    "too-many-redirects,502",
    "too-large,502",
    "bad-encoding,502",
    "timeout,504",
    "broken,502",
    "not-html,415",
    "site-status,502",
    "tls,502",
    "busy,503"
  })
  void faultsOfPagesHaveTheStatusOfTheAbuseTable(String code, int status) {
    assertThat(ProblemStatus.of("page." + code)).isEqualTo(HttpStatus.valueOf(status));
  }
}
