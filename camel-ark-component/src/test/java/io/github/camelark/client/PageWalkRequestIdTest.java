// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.time.Time;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The server's request id goes from a page into headers and error messages. */
class PageWalkRequestIdTest {

  private static final String KEY = "the-secret-key";

  @Test
  void comesFromTheServer() {
    assertThat(requestIdOf("0217635527083-fdb7/e2d8=")).isEqualTo("0217635527083-fdb7/e2d8=");
  }

  @Test
  void holdsNoApiKey() {
    assertThat(requestIdOf("id-" + KEY)).isEqualTo("id-***");
  }

  @Test
  void holdsNoControlCharacters() {
    assertThat(requestIdOf("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
  }

  @Test
  void isShort() {
    assertThat(requestIdOf("i".repeat(30_000))).hasSizeLessThan(300);
  }

  private static String requestIdOf(String serversId) {
    byte[] page = "{\"data\":[{\"id\":\"a\"}]}".getBytes(StandardCharsets.UTF_8);
    ArkClient client =
        new ArkClient(
            request -> new Reply(200, page, serversId, null, null, null, false),
            new Service(
                Dialects.named("ark"),
                "https://service.example",
                "",
                null,
                new ApiKey("Authorization", "Bearer ", KEY),
                "the option apiKey"),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            1_000_000,
            new Time(),
            new KnownService(new Time()));
    return new PageWalk(client, FileQuery.ALL).next().requestId();
  }
}
