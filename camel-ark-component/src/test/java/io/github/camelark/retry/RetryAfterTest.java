// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a server says how long to wait, and whose clock counts. */
@Timeout(60)
class RetryAfterTest extends ArkTestSupport {

  @ParameterizedTest
  @CsvSource({
    "retry-after-ms: 700, PT0.7S",
    "x-ms-retry-after-ms: 700, PT0.7S",
    "Retry-After-Ms: 24500|Retry-After: 25, PT24.5S",
    "Retry-After: 25|x-ms-retry-after-ms: 24500, PT24.5S",
    "retry-after-ms: soon|Retry-After: 25, PT25S",
    "retry-after-ms: 0|Retry-After: 25, PT25S",
    "retry-after-ms: -5|x-ms-retry-after-ms: 700, PT0.7S",
  })
  void usesTheMostExactPlausibleWait(String headers, Duration expected) throws Exception {
    assertThat(askedToWait(headers)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Date: Sun, 06 Nov 1994 08:49:37 GMT|Retry-After: Sun, 06 Nov 1994 08:49:57 GMT', PT20S",
    "'Date: Sun, 06 Nov 1994 08:49:37 GMT|Retry-After: Sunday, 06-Nov-94 08:49:57 GMT', PT20S",
    "'Date: Sun, 06 Nov 1994 08:49:37 GMT|Retry-After: Sun Nov  6 08:49:57 1994', PT20S",
    "'Date: Sunday, 06-Nov-94 08:49:37 GMT|Retry-After: Sun, 06 Nov 1994 08:49:57 GMT', PT20S",
    "'Date: Sun Nov  6 08:49:37 1994|Retry-After: Sun, 06 Nov 1994 08:49:57 GMT', PT20S",
    "'Date: Sun, 30 Nov 2036 12:00:00 GMT|Retry-After: 2111659220', PT20S",
    "'Date: Sun, 30 Nov 2036 12:00:00 GMT|retry-after-ms: 2111659220000', PT20S",
    "'Date: Sun, 30 Nov 2036 12:00:00 GMT|Retry-After: 20', PT20S",
    "'Date: Sun, 30 Nov 2036 12:00:00 GMT|Retry-After: Sun, 30 Nov 2036 11:00:00 GMT', ",
  })
  void countsByTheClockOfTheServer(String headers, Duration expected) throws Exception {
    assertThat(askedToWait(headers)).isEqualTo(expected);
  }

  @Test
  void isIgnoredInASuccess() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.of(200, "{\"data\":[]}").withHeader("Retry-After", "3600"))) {
      assertThat(send(uri(server), null).getException()).isNull();
    }
  }

  private Duration askedToWait(String headers) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.raw(
                "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n"
                    + headers.replace("|", "\r\n")
                    + "\r\n\r\n"))) {
      return send(uri(server), null).getException(ArkUnavailableException.class).retryAfter();
    }
  }

  private static String uri(ScriptedServer server) {
    return "ark:files?operation=list&baseUrl=%s&apiKey=k&maxRetries=0&allowPlainHttp=true"
        .formatted(server.baseUrl());
  }
}
