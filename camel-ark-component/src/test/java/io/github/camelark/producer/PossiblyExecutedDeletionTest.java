// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.support.ScriptedRepliesTestSupport;
import io.github.camelark.test.ScriptedReply;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome of a deletion of which an earlier attempt may have been executed. */
class PossiblyExecutedDeletionTest extends ScriptedRepliesTestSupport {

  private static final String DELETE_FILE = "files?operation=delete";
  private static final String DELETE_RESPONSE = "responses?operation=delete";
  private static final String HTML = "<html><title>404 Not Found</title></html>";

  private static final List<String> CALLS = List.of(DELETE_FILE, DELETE_RESPONSE);

  /** After which it is unknown whether the file was deleted. */
  private static final List<ScriptedReply> OPEN_ENDS =
      List.of(
          ScriptedReply.raw(new byte[0]),
          reply(500, ""),
          reply(502, "<html>502 Bad Gateway</html>"),
          reply(504, error("Timeout", "Words.")),
          reply(503, "upstream connect error or disconnect/reset before headers"),
          reply(503, ""),
          reply(499, error("RequestCanceled", "Words.")));

  /** After which it certainly was not. */
  private static final List<ScriptedReply> REFUSALS =
      List.of(
          reply(429, ""),
          reply(503, error("ServiceUnavailable", "busy")),
          reply(408, error("T", "")));

  @ParameterizedTest
  @MethodSource("openEndsAndMissing")
  void isAlreadyGone(String call, ScriptedReply openEnd, ScriptedReply missing) {
    serverGives(openEnd, missing);

    Exchange exchange = call("openai", call, "file-1");

    assertThat(exchange.getException()).isNull();
    assertThat(outcome(exchange)).isEqualTo("ALREADY_GONE");
    assertThat(server().journal()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("openEndsAndPages")
  void isNotGoneIfTheReplyIsNotFromTheApi(String call, ScriptedReply openEnd, ScriptedReply page) {
    serverGives(openEnd, page);

    ArkException failure = failure("ark", call + "&ignoreMissing=true", "file-1");

    assertThat(failure)
        .isExactlyInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("an earlier attempt may have been executed")
        .hasMessageContaining("called: DELETE " + server().baseUrl());
    assertThat(failure.mayHaveBeenExecuted()).isTrue();
    assertThat(server().journal()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isMissingAfterAnAttemptThatWasNotExecuted(ScriptedReply refusal) {
    serverGives(refusal, reply(404, error("", "No such File object: file-1")));

    ArkException failure = failure("openai", DELETE_FILE, "file-1");

    assertThat(failure).isExactlyInstanceOf(ArkNotFoundException.class);
    assertThat(failure.mayHaveBeenExecuted()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isAWrongAddressAfterAnAttemptThatWasNotExecuted(ScriptedReply refusal) {
    serverGives(refusal, reply(404, ""));

    assertThat(failure("openai", DELETE, "file-1")).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 402, 403, 405, 409, 422, 429, 501})
  void saysThatItMayHaveBeenExecutedWhateverTheNextReplyIs(int status) {
    serverGives(ScriptedReply.raw(new byte[0]), reply(status, error("", "Words.")));

    ArkException failure = failure("ark", DELETE, "file-1");

    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.mayHaveBeenExecuted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"200, <html>", "200, '{\"id\":\"file-2\",\"deleted\":true}'", "200, '{\"id\":'"})
  void saysThatItMayHaveBeenExecutedIfTheReplyCannotBeRead(int status, String body) {
    serverGives(reply(status, body));

    ArkException failure = failure("ark", DELETE, "file-1");

    assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(failure.mayHaveBeenExecuted()).isTrue();
  }

  static Stream<Object[]> openEndsAndMissing() {
    return combined(
        reply(404, ""),
        reply(410, ""),
        reply(404, " \r\n"),
        reply(404, error("", "Words.")),
        reply(410, error("404", "Words.")));
  }

  static Stream<Object[]> openEndsAndPages() {
    return combined(
        reply(404, "default backend - 404"),
        reply(404, HTML),
        reply(410, HTML),
        reply(404, "{\"message\":\"no Route matched\"}"),
        reply(404, "{}"),
        reply(404, error("unknown_url", "Words.")),
        reply(404, error("", "Invalid URL (DELETE /v1/files/file-1)")));
  }

  static Stream<ScriptedReply> refusals() {
    return REFUSALS.stream();
  }

  private static Stream<Object[]> combined(ScriptedReply... seconds) {
    return CALLS.stream()
        .flatMap(
            call ->
                OPEN_ENDS.stream()
                    .flatMap(
                        first ->
                            Stream.of(seconds).map(second -> new Object[] {call, first, second})));
  }
}
