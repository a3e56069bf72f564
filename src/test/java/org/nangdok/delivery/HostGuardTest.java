package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HostGuardTest {

  private static MockHttpServletResponse answer(@Nullable String address, String host)
      throws Exception {
    InetAddress bound = address == null ? null : InetAddress.getByName(address);
    var guard = new HostGuard(bound, URI.create("https://listen.example"));
    var request = new MockHttpServletRequest("GET", "/");
    request.setServerName(host);
    var response = new MockHttpServletResponse();
    guard.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "reader.localhost",
        "127.0.0.1",
        "::1",
        "[::1]",
        "listen.example"
      })
  void onOneMachineItsOwnNamesAreAnswered(String host) throws Exception {
    assertThat(answer("127.0.0.1", host).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test",
        "localhost.evil.test",
        "127.0.0.1.evil.test",
        "listen.example.evil.test"
      })
  void onOneMachineANameThatWasLedHereIsNot(String host) throws Exception {
    MockHttpServletResponse refusal = answer("127.0.0.1", host);

    assertThat(refusal.getStatus()).isEqualTo(421);
    assertThat(refusal.getContentType()).isEqualTo("application/problem+json");
    assertThat(refusal.getContentAsString()).contains("\"request.host\"");
    assertThat(answer("::1", host).getStatus()).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.test", "nangdok.home.arpa"})
  void aServiceForOthersAnswersToAnyName(String host) throws Exception {
    assertThat(answer("0.0.0.0", host).getStatus()).isEqualTo(200);
    assertThat(answer(null, host).getStatus()).isEqualTo(200);
  }
}
