// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Duration;
import java.util.Arrays;

/** Translates the simulator's answers into WireMock's. */
final class WireMockMessages {

  /** In how many pieces a slow body is sent. */
  private static final int PIECES = 20;

  private WireMockMessages() {}

  static ResponseDefinition response(SimulatedAnswer answer) {
    ResponseDefinitionBuilder response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(answer.status())
            .withFixedDelay((int) answer.delay().toMillis());
    answer.headers().forEach((name, value) -> response.withHeader(name, value));
    byte[] body = bytes(answer);
    return switch (answer.ending()) {
      case WHOLE -> whole(response.withBody(body), answer.duration());
      case TRUNCATED -> truncated(response, body);
      case RESET -> response.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
      case CLOSED -> response.withFault(Fault.EMPTY_RESPONSE).build();
    };
  }

  private static ResponseDefinition whole(ResponseDefinitionBuilder response, Duration duration) {
    return duration.isZero()
        ? response.build()
        : response.withChunkedDribbleDelay(PIECES, (int) duration.toMillis()).build();
  }

  private static byte[] bytes(SimulatedAnswer answer) {
    byte[] body = answer.body();
    return answer.gzip() ? Gzip.gzip(body) : body;
  }

  private static ResponseDefinition truncated(ResponseDefinitionBuilder response, byte[] body) {
    // A body in pieces, be it one, is sent before the server finds that it is too short.
    int promised = Math.max(2, body.length);
    return response
        .withHeader("Content-Length", String.valueOf(promised))
        .withBody(Arrays.copyOf(body, promised / 2))
        .withChunkedDribbleDelay(1, 0)
        .build();
  }
}
