// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.examples.command.Glob;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.ErrorInOk;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.UnknownRoute;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.mock.MockEndpoint;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DeletionRouteTest {

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  private static final DeletionPolicy POLICY =
      new DeletionPolicy(List.of("user_data"), List.of(new Glob("report-*.pdf")), true);

  private final ArkSimulator simulator = SIMULATOR.simulator();
  private final DataSource database = database();
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(simulator, database, POLICY, true);
  }

  @AfterEach
  void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void deletesAFileThatThePolicyAllows() {
    String id = addFile("report-1.pdf");

    Receipt receipt = pipeline.execute(fileRequest("r-1", id), Map.of("arkAttempt", 3));

    assertThat(receipt.outcome()).isEqualTo(Outcome.DELETED);
    assertThat(receipt.attempts()).isEqualTo(3);
    assertThat(simulator.hasFile(ARK, id)).isFalse();
    assertThat(pipeline.receipts().find("r-1"))
        .usingRecursiveComparison()
        .ignoringFields("finishedAt")
        .isEqualTo(receipt);
  }

  @Test
  void refusesAFileThatThePolicyDoesNotAllow() {
    String id = addFile("contract.pdf");

    Receipt receipt = pipeline.execute(fileRequest("r-1", id));

    assertThat(receipt.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(receipt.detail()).contains("contract.pdf");
    assertThat(calls()).containsExactly("GET /api/v3/files/" + id);
  }

  @Test
  void saysThatAFileIsAlreadyGone() {
    assertThat(pipeline.execute(fileRequest("r-1", "file-9")).outcome())
        .isEqualTo(Outcome.ALREADY_GONE);
  }

  @Test
  void deletesAResponse() {
    String id = simulator.addResponse(ARK);

    Receipt receipt = pipeline.execute(responseRequest(id));

    assertThat(receipt.outcome()).isEqualTo(Outcome.DELETED);
    assertThat(simulator.hasResponse(ARK, id)).isFalse();
  }

  @Test
  void refusesAResponseIfThePolicyAllowsOnlyFiles() throws Exception {
    String id = simulator.addResponse(ARK);
    DeletionPolicy files = new DeletionPolicy(List.of("user_data"), null, false);

    try (Pipeline other = new Pipeline(simulator, database, files, true)) {
      assertThat(other.execute(responseRequest(id)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    assertThat(calls()).isEmpty();
  }

  @Test
  void deletesAnyFileIfTheGuardIsOff() throws Exception {
    String id = addFile("contract.pdf");

    try (Pipeline open = new Pipeline(simulator, database, POLICY, false)) {
      assertThat(open.execute(fileRequest("r-1", id)).outcome()).isEqualTo(Outcome.DELETED);
    }

    assertThat(calls()).containsExactly("DELETE /api/v3/files/" + id);
  }

  @Test
  void takesNoOrdersFromHeaders() {
    String id = addFile("report-1.pdf");
    String other = addFile("report-2.pdf");

    pipeline.execute(
        fileRequest("r-1", id),
        Map.of("CamelArkFileId", other, "CamelArkOperation", "list", "CamelHttpPath", other));

    assertThat(simulator.hasFile(ARK, id)).isFalse();
    assertThat(simulator.hasFile(ARK, other)).isTrue();
  }

  @Test
  void takesNoExpressionsFromAnId() {
    Receipt receipt = pipeline.execute(fileRequest("r-1", "${body}/../%2e?a=b"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.ALREADY_GONE);
    assertThat(calls()).containsExactly("GET /api/v3/files/%24%7Bbody%7D%2F..%2F%252e%3Fa%3Db");
  }

  @Test
  void answersADuplicateWithoutAnotherCall() {
    String id = addFile("report-1.pdf");
    Receipt first = pipeline.execute(fileRequest("r-1", id));
    markSent();
    simulator.clearJournal();

    Receipt second = pipeline.execute(fileRequest("r-1", id));

    assertThat(second.outcome()).isEqualTo(first.outcome());
    assertThat(calls()).isEmpty();
    assertThat(unsent()).isEqualTo(1);
  }

  @Test
  void keepsTheOutcomeThatWasStoredFirst() {
    DeletionRequest request = fileRequest("r-1", "file-1");
    pipeline.receipts().store(request, Result.refused("by another worker"), 1);

    Receipt second = pipeline.receipts().store(request, Result.ALREADY_GONE, 1);

    assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void refusesARequestIdThatBelongsToAnotherFile() {
    pipeline.execute(fileRequest("r-1", "file-9"));
    String id = addFile("report-1.pdf");

    assertThatExceptionOfType(CamelExecutionException.class)
        .isThrownBy(() -> pipeline.execute(fileRequest("r-1", id)))
        .withCauseInstanceOf(InvalidRequestException.class);
    assertThat(simulator.hasFile(ARK, id)).isTrue();
  }

  @Test
  void storesNothingWhileTheServiceIsDown() {
    String id = addFile("report-1.pdf");
    simulator.failNext(1, SimulatedFault.status(503));

    assertThatExceptionOfType(CamelExecutionException.class)
        .isThrownBy(() -> pipeline.execute(fileRequest("r-1", id)))
        .withCauseInstanceOf(ArkUnavailableException.class)
        .satisfies(e -> assertThat(Recovery.isPossible(e)).isTrue());
    assertThat(pipeline.receipts().find("r-1")).isNull();
  }

  @ParameterizedTest
  @EnumSource(UnknownRoute.class)
  void storesNothingWhileTheAddressIsWrong(UnknownRoute words) {
    String id = addFile("report-1.pdf");
    simulator.failNext(9, SimulatedFault.unknownRoute(words));

    assertThatExceptionOfType(CamelExecutionException.class)
        .isThrownBy(() -> pipeline.execute(fileRequest("r-1", id)))
        .withCauseInstanceOf(ArkProtocolException.class)
        .satisfies(e -> assertThat(Recovery.isPossible(e)).isTrue());
    assertThat(pipeline.receipts().find("r-1")).isNull();
    assertThat(simulator.hasFile(ARK, id)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ErrorInOk.class)
  void storesNothingWhileAGatewayFailsWithA200(ErrorInOk shape) {
    String id = addFile("report-1.pdf");
    simulator.failNext(1, SimulatedFault.errorInOk(shape));

    assertThatExceptionOfType(CamelExecutionException.class)
        .isThrownBy(() -> pipeline.execute(fileRequest("r-1", id)))
        .withCauseInstanceOf(ArkProtocolException.class);
    assertThat(pipeline.receipts().find("r-1")).isNull();
  }

  @Test
  void storesAPermanentFailure() {
    simulator.failNext(
        1,
        SimulatedFault.reply(
            422,
            "application/json",
            "{\"error\":{\"code\":\"Odd\",\"message\":\"not\\r\\nthis\"}}"));

    Receipt receipt = pipeline.execute(fileRequest("r-1", addFile("report-1.pdf")));

    assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(receipt.detail()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void storesNotDeleted() {
    String id = addFile("report-1.pdf");
    simulator.failNext(
        1,
        call -> call.method().equals("DELETE"),
        SimulatedFault.reply(200, "application/json", "{\"id\":\"" + id + "\",\"deleted\":false}"));

    assertThat(pipeline.execute(fileRequest("r-1", id)).outcome()).isEqualTo(Outcome.NOT_DELETED);
  }

  @Test
  void sendsEachReceiptUntilItWasTaken() throws Exception {
    String id = addFile("report-1.pdf");
    pipeline.execute(fileRequest("r-1", id));
    pipeline.execute(fileRequest("r-2", id));
    MockEndpoint inbox = pipeline.context().getEndpoint("mock:receipts", MockEndpoint.class);
    inbox.whenExchangeReceived(
        1,
        exchange -> {
          throw new IllegalStateException("the broker is down");
        });
    inbox.expectedMinimumMessageCount(3);

    pipeline.sendReceiptsTo("mock:receipts", database);

    inbox.assertIsSatisfied(30_000);
    assertThat(inbox.getExchanges())
        .extracting(exchange -> exchange.getMessage().getHeader("arkRequestId"))
        .contains("r-1", "r-2");
    assertThat(inbox.getExchanges().get(2).getMessage().getBody(String.class))
        .contains("\"outcome\":\"", "\"finishedAt\":\"", "\"requestedBy\":\"me\"")
        .doesNotContain("detail");
  }

  private String addFile(String name) {
    return simulator.addFile(ARK, SimulatedFile.named(name)).id();
  }

  private static DeletionRequest fileRequest(String requestId, String id) {
    return new DeletionRequest(requestId, ResourceKind.FILE, id, "old", "me");
  }

  private static DeletionRequest responseRequest(String id) {
    return new DeletionRequest("r-1", ResourceKind.RESPONSE, id, "old", "me");
  }

  private List<String> calls() {
    return simulator.journal().stream().map(DeletionRouteTest::line).toList();
  }

  private static String line(RecordedRequest request) {
    return request.method() + " " + request.path();
  }

  private void markSent() {
    new JdbcTemplate(database).update("update ark_receipt set sent_at = current_timestamp");
  }

  private int unsent() {
    return new JdbcTemplate(database)
        .queryForObject("select count(*) from ark_receipt where sent_at is null", Integer.class);
  }

  private static DataSource database() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return h2;
  }
}
