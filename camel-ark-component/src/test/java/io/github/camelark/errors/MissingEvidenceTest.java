// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.support.ScriptedRepliesTestSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 404 counts as a missing file or response only if it is evidently about that. */
class MissingEvidenceTest extends ScriptedRepliesTestSupport {

  private static final String NO_EVIDENCE = error("", "Not found");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NotFound",
        "notFound",
        "not_found",
        "ResourceNotFound",
        "NotFound.File",
        "InvalidFile.NotFound",
        "InvalidParameter.FileNotFound",
        "file_not_found"
      })
  void isACodeThatIsAWordForMissing(String code) {
    serverGives(reply(404, error(code, "Words.")));

    assertThat(outcome(call("ark", DELETE, "file-1"))).isEqualTo("ALREADY_GONE");
    assertThat(server().journal()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404",
        "not_found_error_handler",
        "ModelNotFound",
        "DeploymentNotFound",
        "RouteNotFound",
        "InvalidEndpointOrModel.NotFound",
        "PathNotFound",
        "UserNotFound",
        "Found"
      })
  void isNotAnyOtherCode(String code) {
    serverGives(reply(404, error(code, "Words.")));

    assertThat(failure("ark", DELETE, "file-1")).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "file-1, No such File object: file-1",
    "file-1, file-1 was not found.",
    "file-1, The file 'file-1' does not exist",
    "a b/c 1, No such File object: a b/c 1",
    "文件-1, 没有文件-1。",
    "file-1, 文件file-1不存在",
  })
  void isAMessageThatNamesTheId(String id, String message) {
    serverGives(reply(404, error("", message)));

    assertThat(failure("openai", RETRIEVE, id)).isExactlyInstanceOf(ArkNotFoundException.class);
    assertThat(server().journal()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "file-1, nothing at /v1/files/file-1",
    "file-1, No such File object: file-10",
    "file-1, No such File object: my-file-1",
    "file, no such file",
    "404, error 404",
    "found, not found",
  })
  void isNotAMessageThatHappensToContainTheId(String id, String message) {
    serverGives(reply(404, error("", message)));

    assertThat(failure("openai", RETRIEVE, id)).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @Test
  void isAParameterThatIsTheId() {
    serverGives(
        reply(404, "{\"error\":{\"message\":\"Not found\",\"param\":\"file-1\",\"code\":null}}"));

    assertThat(outcome(call("azure", DELETE, "file-1"))).isEqualTo("ALREADY_GONE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid URL (DELETE /api/v3/files/file-1)",
        "Unknown request URL: DELETE /files/file-1. Please check the URL for typos.",
        "no Route matched with those values for file-1",
      })
  void isNeverAMessageAboutAWrongAddress(String message) {
    serverGives(reply(200, ONE_FILE).when("GET"), reply(404, error("NotFound", message)));
    call("ark", LIST, null);

    assertThat(failure("ark", DELETE, "file-1")).isExactlyInstanceOf(ArkProtocolException.class);
  }

  @ParameterizedTest
  @CsvSource({"ark, Resource not found", "openai, Resource not found", "azure, File Not Found"})
  void isNeverAMessageAboutAWrongAddressWithStatusCode(String provider, String message) {
    serverGives(reply(404, error("404", message)));

    assertThat(failure(provider, DELETE, "file-1")).isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(methods()).containsExactly("DELETE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ark", "openai", "azure"})
  void isACallOnTheSameResourceThatWasAnsweredBefore(String provider) {
    serverGives(
        reply(200, "{\"id\":\"file-0\",\"deleted\":true}").when("DELETE /files/file-0"),
        reply(404, NO_EVIDENCE));
    call(provider, DELETE, "file-0");

    assertThat(outcome(call(provider, DELETE, "file-1"))).isEqualTo("ALREADY_GONE");
    assertThat(methods()).containsExactly("DELETE", "DELETE");
  }

  @Test
  void isACallByAnotherEndpointWithTheSameAddressAndKey() {
    serverGives(
        reply(200, "{\"id\":\"file-0\",\"deleted\":true}").when("DELETE /files/file-0"),
        reply(404, NO_EVIDENCE));
    call("openai", DELETE + "&maxRetries=1", "file-0");

    assertThat(outcome(call("openai", DELETE + "&maxRetries=0", "file-1")))
        .isEqualTo("ALREADY_GONE");
    assertThat(methods()).containsExactly("DELETE", "DELETE");
  }

  @Test
  void isNotACallWithAnotherKey() {
    serverGives(
        reply(200, "{\"id\":\"resp_0\",\"deleted\":true}").when("DELETE /responses/resp_0"),
        reply(404, NO_EVIDENCE));
    call("openai", DELETE_RESPONSE + "&apiKey=fake-key-2", "resp_0");

    assertThat(failure("openai", DELETE_RESPONSE, "resp_1"))
        .isExactlyInstanceOf(ArkProtocolException.class);
  }

  @Test
  void isNeitherACallOnAnotherResourceNorAnUnreadableReply() {
    serverGives(
        reply(200, "<html>welcome</html>").when("DELETE /responses/resp_0"),
        reply(404, NO_EVIDENCE));
    call("openai", DELETE_RESPONSE, "resp_0");

    assertThat(failure("openai", DELETE_RESPONSE, "resp_1"))
        .isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(methods()).doesNotContain("GET");
  }

  @Test
  void isAListOfOneFileThatSucceedsNow() {
    serverGives(reply(404, NO_EVIDENCE).when("DELETE"), reply(200, ONE_FILE).when("GET limit=1"));

    assertThat(outcome(call("openai", DELETE, "file-1"))).isEqualTo("ALREADY_GONE");
    assertThat(outcome(call("openai", DELETE, "file-2"))).isEqualTo("ALREADY_GONE");
    assertThat(methods()).containsExactly("DELETE", "GET", "DELETE");
  }

  @ParameterizedTest
  @CsvSource({"404, {}", "200, <html>", "200, {\"success\":false}", "401, {}", "503, {}"})
  void isNotAFailedList(int status, String body) {
    serverGives(reply(404, NO_EVIDENCE).when("DELETE"), reply(status, body).when("GET"));

    assertThat(failure("ark", DELETE + "&maxRetries=0", "file-1"))
        .isExactlyInstanceOf(ArkProtocolException.class)
        .hasMessageContaining("missing, or a wrong address")
        .hasMessageContaining("called: DELETE " + server().baseUrl() + "/files/file-1");
    assertThat(failure("ark", DELETE + "&maxRetries=0", "file-2"))
        .isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(methods()).containsExactly("DELETE", "GET", "DELETE");
  }

  @Test
  void isRequestedAgainLaterIfTheListFailed() {
    serverGives(
        reply(404, NO_EVIDENCE).when("DELETE"),
        reply(404, "").when("GET"),
        reply(200, ONE_FILE).when("GET"));
    failure("ark", DELETE, "file-1");

    time.pass(Duration.ofMinutes(1));

    assertThat(outcome(call("ark", DELETE, "file-1"))).isEqualTo("ALREADY_GONE");
  }

  @Test
  void isNotRequestedWhereAListCannotBeLimited() {
    serverGives(reply(404, NO_EVIDENCE).when("DELETE"), reply(200, ONE_FILE).when("GET"));

    assertThat(failure("azure", DELETE, "file-1")).isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(methods()).containsExactly("DELETE");
  }

  @Test
  void isNotRequestedWithinAList() {
    serverGives(reply(404, NO_EVIDENCE));

    assertThat(failure("ark", LIST + "&after=file-1", null))
        .isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(server().journal()).hasSize(1);
  }

  @Test
  void isTheCursorOfAListToo() {
    serverGives(reply(404, error("InvalidFile.NotFound", "Words.")));

    assertThat(failure("ark", LIST + "&after=file-1", null))
        .isExactlyInstanceOf(ArkNotFoundException.class);
  }

  @Test
  void isPacedAsEveryList() {
    serverGives(reply(404, NO_EVIDENCE).when("DELETE"), reply(401, "").when("GET"));
    String slow = "&requestsPerSecond=0.001&callTimeout=5s";
    call("ark", LIST + slow, null);

    // the pace of lists is shared: no turn is left within the deletion's callTimeout
    assertThat(failure("ark", DELETE + slow, "file-1"))
        .isExactlyInstanceOf(ArkProtocolException.class);
    assertThat(methods()).containsExactly("GET", "DELETE");
  }

  @Test
  void isRequestedOnceForManyCallers() throws Exception {
    serverGives(reply(404, NO_EVIDENCE).when("DELETE"), reply(200, ONE_FILE).when("GET"));
    ExecutorService callers = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Exchange>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String id = "file-" + i;
      calls.add(
          callers.submit(
              () -> {
                start.await();
                return call("openai", DELETE + "&requestsPerSecond=0", id);
              }));
    }

    start.countDown();

    for (Future<Exchange> call : calls) {
      assertThat(outcome(call.get())).isEqualTo("ALREADY_GONE");
    }
    callers.shutdown();
    assertThat(methods()).containsOnlyOnce("GET");
  }
}
