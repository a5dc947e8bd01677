// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @Test
  void statusComesInTheProvidersWords() {
    simulator.failNext(1, SimulatedFault.status(503));

    ApiClient.Reply reply = ark.get("/files");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":{\"code\":\"InternalServiceError\",\"message\":\"A simulated fault."
                + " Request id: %s\",\"param\":\"\",\"type\":\"InternalServerError\"}}",
            reply.header("X-Request-Id"));
  }

  @Test
  void statusOfAzureHasItsCode() {
    simulator.failNext(1, SimulatedFault.status(429));

    ApiClient.Reply reply = new ApiClient(simulator, AZURE).get("/v1/files");

    assertThat(reply.body())
        .isEqualTo("{\"error\":{\"code\":\"tooManyRequests\",\"message\":\"A simulated fault.\"}}");
  }

  @Test
  void statusOfOpenAiHasItsType() {
    simulator.failNext(1, SimulatedFault.status(500));

    ApiClient.Reply reply = new ApiClient(simulator, OPENAI).get("/files");

    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":{\"message\":\"A simulated fault.\",\"type\":\"server_error\","
                + "\"param\":null,\"code\":null}}");
  }

  @Test
  void statusTakesACode() {
    simulator.failNext(1, SimulatedFault.status(429, "QuotaExceeded"));

    assertThat(ark.get("/files").body()).contains("\"code\":\"QuotaExceeded\"");
  }

  @Test
  void statusOutsideOfAnyProviderHasNoBody() {
    simulator.failNext(1, SimulatedFault.status(503));

    ApiClient.Reply reply = ark.get("-elsewhere");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void statusOfSuccessIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SimulatedFault.status(200));
  }

  @Test
  void replyIsSentAsGiven() {
    simulator.failNext(1, SimulatedFault.reply(200, "text/html", "<html>ü</html>"));

    ApiClient.Reply reply = ark.get("/files");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    assertThat(reply.body()).isEqualTo("<html>ü</html>");
  }

  @Test
  void replyMayBeWithoutContent() {
    simulator.failNext(1, SimulatedFault.reply(204, "", ""));

    ApiClient.Reply reply = ark.delete("/files/file-1");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Content-Type")).isNull();
  }

  @Test
  void headerIsAdded() {
    simulator.failNext(1, SimulatedFault.status(429).withHeader("Retry-After", "7"));

    assertThat(ark.get("/files").header("retry-after")).isEqualTo("7");
  }

  @Test
  void delayedCallIsAnsweredCorrectly() {
    SimulatedFile file = simulator.addFile(ARK);
    simulator.failNext(1, SimulatedFault.delay(Duration.ofMillis(20)));

    ApiClient.Reply reply = ark.delete("/files/" + file.id());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(simulator.hasFile(ARK, file.id())).isFalse();
  }

  @Test
  void connectionIsResetBeforeTheCallIsExecuted() throws IOException {
    SimulatedFile file = simulator.addFile(ARK);
    simulator.failNext(1, SimulatedFault.connectionReset());

    RawConnection.Reply reply = rawDelete(file);

    assertThat(reply.reset()).isTrue();
    assertThat(simulator.hasFile(ARK, file.id())).isTrue();
  }

  @Test
  void callWithALostAnswerIsExecuted() throws IOException {
    SimulatedFile file = simulator.addFile(ARK);
    simulator.failNext(1, SimulatedFault.executedThenReset());

    RawConnection.Reply reply = rawDelete(file);

    assertThat(reply.reset()).isTrue();
    assertThat(simulator.hasFile(ARK, file.id())).isFalse();
  }

  @Test
  void emptyReplyClosesTheConnection() throws IOException {
    simulator.failNext(1, SimulatedFault.emptyReply());

    RawConnection.Reply reply = RawConnection.send(simulator, "GET", "/api/v3/files");

    assertThat(reply).isEqualTo(new RawConnection.Reply("", false));
  }

  @Test
  void truncatedBodyIsShorterThanPromised() throws IOException {
    SimulatedFile file = simulator.addFile(ARK);
    String whole = ark.get("/files/" + file.id()).body();
    simulator.failNext(1, SimulatedFault.truncatedBody());

    RawConnection.Reply reply = RawConnection.send(simulator, "GET", "/api/v3/files/" + file.id());

    assertThat(reply.head()).contains("200 OK", "Content-Length: " + whole.length());
    assertThat(reply.body()).isEqualTo(whole.substring(0, whole.length() / 2));
  }

  @Test
  void truncatedBodyOfAnEmptyAnswerIsShorterThanPromised() throws IOException {
    simulator.failNext(1, SimulatedFault.truncatedBody());

    RawConnection.Reply reply = RawConnection.send(simulator, "GET", "/api/v3/unknown");

    assertThat(reply.head()).contains("404 Not Found", "Content-Length: 2");
    assertThat(reply.body()).hasSize(1);
  }

  @Test
  void dataNullLeavesAListWithoutData() {
    simulator.addFile(ARK);
    simulator.failNext(1, SimulatedFault.dataNull());

    assertThat(ark.get("/files").body())
        .isEqualTo(
            "{\"object\":\"file\",\"data\":null,\"first_id\":null,\"last_id\":null,"
                + "\"has_more\":false}");
  }

  @Test
  void dataNullLeavesOtherCallsUnchanged() {
    SimulatedFile file = simulator.addFile(ARK);
    simulator.failNext(1, SimulatedFault.dataNull());

    assertThat(ark.get("/files/" + file.id()).body()).contains("\"id\":\"" + file.id() + "\"");
  }

  @ParameterizedTest
  @EnumSource(ErrorInOk.class)
  void errorInA200IsJsonAndNothingIsExecuted(ErrorInOk shape) {
    SimulatedFile file = simulator.addFile(ARK);
    simulator.failNext(1, SimulatedFault.errorInOk(shape));

    ApiClient.Reply reply = ark.delete("/files/" + file.id());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.body()).matches("\\{\".*}").doesNotContain("'", "deleted");
    assertThat(simulator.hasFile(ARK, file.id())).isTrue();
  }

  @Test
  void faultComesBeforeTheKeyIsChecked() {
    simulator.failNext(1, SimulatedFault.status(503));

    assertThat(ApiClient.send(ark.anonymousRequest("/files")).status()).isEqualTo(503);
  }

  @Test
  void faultsHappenInOrderAndThenStop() {
    simulator.failNext(2, SimulatedFault.status(500));
    simulator.failNext(1, SimulatedFault.status(429));

    assertThat(ark.get("/files").status()).isEqualTo(500);
    assertThat(ark.get("/files").status()).isEqualTo(500);
    assertThat(ark.get("/files").status()).isEqualTo(429);
    assertThat(ark.get("/files").status()).isEqualTo(200);
  }

  @Test
  void faultWaitsForMatchingCalls() {
    simulator.failNext(1, request -> request.method().equals("DELETE"), SimulatedFault.status(500));

    assertThat(ark.get("/files").status()).isEqualTo(200);
    assertThat(ark.delete("/files/unknown").status()).isEqualTo(500);
    assertThat(ark.delete("/files/unknown").status()).isEqualTo(404);
  }

  @Test
  void noCallsMeansNoFault() {
    simulator.failNext(0, SimulatedFault.status(500));

    assertThat(ark.get("/files").status()).isEqualTo(200);
  }

  @Test
  void negativeNumberOfCallsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.failNext(-1, SimulatedFault.status(500)));
  }

  private RawConnection.Reply rawDelete(SimulatedFile file) throws IOException {
    return RawConnection.send(simulator, "DELETE", "/api/v3/files/" + file.id());
  }
}
