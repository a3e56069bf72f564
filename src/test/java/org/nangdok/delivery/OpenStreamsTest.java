package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OpenStreamsTest {

  private final OpenStreams streams =
      new OpenStreams(new LimitSettings(30, 100_000, Duration.ofMinutes(1), 3, 2, 5));

  @Test
  void aNetworkHoldsSoManyOpenAndNoMoreUntilOneEnds() {
    OpenStreams.Place first = take("203.0.113.7");
    take("203.0.113.8");

    refused("203.0.113.9");
    take("198.51.100.1");
    first.close();
    take("203.0.113.9");
    refused("203.0.113.7");
  }

  @Test
  void allTogetherHaveALimitTooAndThisMachineCountsForItOnly() {
    for (int i = 0; i < 5; i++) {
      take("127.0.0.1");
    }

    refused("127.0.0.1");
    refused("198.51.100.1");
  }

  @Test
  void aRefusedOneTakesNoPlace() {
    take("203.0.113.7");
    OpenStreams.Place second = take("203.0.113.7");
    for (int i = 0; i < 10; i++) {
      refused("203.0.113.7");
    }

    second.close();

    take("203.0.113.7");
    take("198.51.100.1");
    take("192.0.2.1");
  }

  private OpenStreams.Place take(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return streams.take(request);
  }

  private void refused(String address) {
    assertThatThrownBy(() -> take(address))
        .isInstanceOfSatisfying(
            LimitException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("limit.streams");
              assertThat(ProblemStatus.of(problem.code()).value()).isEqualTo(429);
              assertThat(problem.members()).containsEntry("retryAfter", 10L);
            });
  }
}
