// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConsumer;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.ReportedFailures;
import io.github.camelark.support.ScriptedRepliesTestSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An error that comes with status 200 must pass neither for an empty account nor for a deletion.
 */
class ErrorInSuccessTest extends ScriptedRepliesTestSupport {

  private static final String FIRST_PAGE =
      ONE_FILE.replace("\"has_more\":false", "\"has_more\":true,\"last_id\":\"f9\"");

  static Stream<String> errors() {
    return Stream.of(
        "{\"error\":{\"message\":\"No.\"}}",
        "{\"error\":\"No.\",\"data\":[]}",
        "{\"error\":true,\"data\":null}",
        "{\"error\":1}",
        "{\"error\":[\"No.\"],\"data\":[]}",
        "{\"errors\":[{\"message\":\"No.\"}],\"data\":null}",
        "{\"success\":false,\"message\":\"invalid token\",\"data\":null}",
        "{\"success\":\"false\",\"data\":[]}",
        "{\"ok\":false}",
        "{\"object\":\"error\",\"message\":\"No.\"}",
        "{\"object\":\"error\",\"data\":[]}",
        "{\"ResponseMetadata\":{\"Error\":{\"Code\":\"C\",\"Message\":\"M\"}}}",
        "{\"code\":401,\"msg\":\"token expired\",\"data\":null}",
        "{\"code\":\"401\",\"data\":[]}",
        "{\"code\":\"InvalidToken\",\"data\":[]}",
        "{\"code\":-1,\"data\":[]}",
        "{\"error_code\":110,\"error_msg\":\"Access token invalid\"}",
        "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}",
        "{\"status\":401,\"data\":[]}",
        "{\"status\":\"error\",\"data\":null}",
        "{\"message\":\"No.\"}",
        "{\"msg\":\"No.\",\"data\":[]}",
        "{\"detail\":\"Not authenticated\",\"data\":null}",
        "{\"detail\":[{\"msg\":\"No.\"}]}");
  }

  static Stream<String> emptyAccounts() {
    return Stream.of(
        "{\"object\":\"list\",\"data\":[]}",
        "{\"object\":\"file\",\"data\":null,\"first_id\":null,\"has_more\":false}",
        "{\"data\":[]}",
        "{\"object\":\"list\",\"data\":[],\"error\":null}",
        "{\"object\":\"list\",\"data\":[],\"error\":\"\",\"errors\":[],\"message\":\"\"}",
        "{\"object\":\"list\",\"data\":[],\"error\":false}",
        "{\"object\":\"list\",\"data\":[],\"error\":{}}",
        "{\"object\":\"list\",\"data\":[],\"message\":\"no files yet\"}",
        "{\"code\":0,\"msg\":\"success\",\"data\":[]}",
        "{\"code\":200,\"message\":\"ok\",\"data\":null}",
        "{\"code\":\"Success\",\"data\":[]}",
        "{\"errcode\":0,\"errmsg\":\"ok\",\"data\":[]}",
        "{\"success\":true,\"message\":\"\",\"data\":[]}",
        "{\"status\":200,\"data\":[]}",
        "{\"ResponseMetadata\":{\"RequestId\":\"r\"},\"data\":[]}");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isNotAnEmptyAccount(String body) {
    serverGives(reply(200, body));

    for (String paging : List.of("page", "all")) {
      for (String provider : List.of("ark", "azure", "openai")) {
        assertThat(failure(provider, LIST + "&paging=" + paging, null))
            .isExactlyInstanceOf(ArkProtocolException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isNotTheEndOfAList(String body) {
    serverGives(reply(200, FIRST_PAGE), reply(200, body));

    assertThat(failure("ark", LIST + "&paging=all", null))
        .isExactlyInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void failsAPoll(String body) throws Exception {
    serverGives(reply(200, body));
    List<Throwable> reported = new ArrayList<>();
    context.getRegistry().bind("reported", new ReportedFailures(reported));

    ArkConsumer consumer =
        (ArkConsumer)
            context
                .getEndpoint(
                    uri("openai", LIST) + "&startScheduler=false&exceptionHandler=#reported")
                .createConsumer(exchange -> {});
    consumer.start();
    consumer.run();
    consumer.stop();

    assertThat(reported).singleElement().isInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isNotADeletion(String body) {
    serverGives(reply(200, body));

    for (String call : List.of(DELETE, DELETE_RESPONSE)) {
      assertThat(failure("openai", call, "file-1"))
          .isExactlyInstanceOf(ArkProtocolException.class)
          .satisfies(e -> assertThat(e.getMessage()).contains("called: DELETE"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"file-1\",\"success\":false}",
        "{\"id\":\"file-1\",\"code\":401,\"msg\":\"token expired\"}",
        "{\"id\":\"file-1\",\"object\":\"error\"}",
      })
  void isNotADeletionEvenIfItNamesTheFile(String body) {
    serverGives(reply(200, body));

    assertThat(failure("ark", DELETE, "file-1")).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r\n",
        "null",
        " null\n",
        "\uFEFF",
        "\uFEFFnull",
        "{}",
        "{\"id\":\"file-1\"}",
        "{\"id\":\"file-1\",\"object\":\"file\",\"status\":\"failed\"}",
        "{\"id\":\"file-1\",\"code\":0}",
      })
  void isADeletionIfItSaysNothing(String body) {
    serverGives(reply(200, body));

    Exchange exchange = call("openai", DELETE, "file-1");

    assertThat(exchange.getException()).isNull();
    assertThat(outcome(exchange)).isEqualTo("DELETED");
  }

  @ParameterizedTest
  @MethodSource("emptyAccounts")
  void leavesAnEmptyAccountEmpty(String body) {
    serverGives(reply(200, body));

    Exchange exchange = call("ark", LIST, null);

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(ArkFilePage.class).data()).isEmpty();
  }

  @Test
  void isReportedInItsOwnWords() {
    serverGives(reply(200, "{\"code\":401,\"msg\":\"token expired\",\"data\":null}"));

    assertThat(failure("openai", LIST, null)).hasMessageContaining("it says: token expired");
  }
}
