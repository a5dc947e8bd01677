// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Gzip;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Translates between WireMock's messages and the simulator's. */
final class WireMockMessages {

  private WireMockMessages() {}

  static ApiRequest request(Request request) {
    String url = request.getUrl();
    int question = url.indexOf('?');
    return new ApiRequest(
        request.getMethod().getName(),
        question < 0 ? url : url.substring(0, question),
        question < 0 ? null : url.substring(question + 1),
        headers(request),
        parts(request));
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpHeader header : request.getHeaders().all()) {
      headers.computeIfAbsent(header.key(), name -> new ArrayList<>()).addAll(header.values());
    }
    return headers;
  }

  private static List<FormPart> parts(Request request) {
    Collection<Request.Part> parts = request.getParts();
    return parts == null ? List.of() : parts.stream().map(WireMockMessages::part).toList();
  }

  private static FormPart part(Request.Part part) {
    HttpHeader type = part.getHeader("Content-Type");
    return new FormPart(
        part.getName(),
        part.getFileName(),
        type.isPresent() ? type.firstValue() : null,
        part.getBody().asString(),
        part.getBody().asBytes().length);
  }

  static ResponseDefinition response(Answer answer) {
    ResponseDefinitionBuilder response =
        ResponseDefinitionBuilder.responseDefinition()
            .withStatus(answer.status())
            .withFixedDelay((int) answer.delay().toMillis());
    answer.headers().forEach((name, value) -> response.withHeader(name, value));
    byte[] body = bytes(answer);
    return switch (answer.ending()) {
      case WHOLE -> response.withBody(body).build();
      case TRUNCATED -> cut(response, body);
      case RESET -> response.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
      case CLOSED -> response.withFault(Fault.EMPTY_RESPONSE).build();
    };
  }

  private static byte[] bytes(Answer answer) {
    byte[] body = answer.body().getBytes(UTF_8);
    return answer.gzip() ? Gzip.gzip(body) : body;
  }

  private static ResponseDefinition cut(ResponseDefinitionBuilder response, byte[] body) {
    // A body in pieces, be it one, is sent before the server finds that it is too short.
    int promised = Math.max(2, body.length);
    return response
        .withHeader("Content-Length", String.valueOf(promised))
        .withBody(Arrays.copyOf(body, promised / 2))
        .withChunkedDribbleDelay(1, 0)
        .build();
  }
}
