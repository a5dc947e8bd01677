// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How Ark's API looks on the wire. */
class ArkWireTest {

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(builder -> builder.clock(new SettableClock()));

  private static final SimulatedFile DEMO =
      SimulatedFile.named("demo.mp4")
          .withId("file-1")
          .withBytes(18_773_126)
          .withMimeType("video/mp4")
          .withCreatedAt(Instant.parse("2026-01-01T00:00:00Z"))
          .withExpireAt(Instant.parse("2026-02-01T00:00:00Z"));

  private static final String DEMO_JSON =
      "{\"object\":\"file\",\"id\":\"file-1\",\"purpose\":\"user_data\","
          + "\"filename\":\"demo.mp4\",\"bytes\":18773126,\"mime_type\":\"video/mp4\","
          + "\"created_at\":1767225600,\"expire_at\":1769904000,\"status\":\"active\"}";

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @Test
  void activeFileHasAllFields() {
    simulator.addFile(ARK, DEMO);

    ApiClient.Reply reply = ark.get("/files/file-1");

    assertThat(reply.body()).isEqualTo(DEMO_JSON);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void fileInProcessingHasNeitherSizeNorType() {
    simulator.addFile(ARK, DEMO.withStatus("processing"));

    assertThat(ark.get("/files/file-1").body())
        .isEqualTo(
            "{\"object\":\"file\",\"id\":\"file-1\",\"purpose\":\"user_data\","
                + "\"filename\":\"demo.mp4\",\"created_at\":1767225600,"
                + "\"expire_at\":1769904000,\"status\":\"processing\"}");
  }

  @Test
  void failedFileHasAnError() {
    simulator.addFile(ARK, DEMO.withStatus("failed"));

    assertThat(ark.get("/files/file-1").body())
        .endsWith(
            "\"status\":\"failed\",\"error\":{\"code\":\"InvalidParameter\","
                + "\"message\":\"The file could not be processed.\"}}")
        .doesNotContain("bytes");
  }

  @Test
  void fileExpiresAfterSevenDaysByDefault() {
    SimulatedFile file = simulator.addFile(ARK);

    assertThat(file.expireAt()).isEqualTo("2026-01-09T03:04:05Z");
  }

  @Test
  void listHoldsFilesAndTheirBounds() {
    simulator.addFile(ARK, DEMO);

    assertThat(ark.get("/files").body())
        .isEqualTo(
            "{\"object\":\"file\",\"data\":["
                + DEMO_JSON
                + "],\"first_id\":\"file-1\",\"last_id\":\"file-1\",\"has_more\":false}");
  }

  @Test
  void emptyListHasNoBounds() {
    assertThat(ark.get("/files").body())
        .isEqualTo(
            "{\"object\":\"file\",\"data\":[],\"first_id\":null,\"last_id\":null,"
                + "\"has_more\":false}");
  }

  @Test
  void unknownFileIsNotFound() {
    assertError(
        ark.get("/files/file-9"),
        404,
        "InvalidFile.NotFound",
        "The specified file file-9 is not found.",
        "",
        "NotFound");
  }

  @Test
  void unknownResponseIsNotFound() {
    assertError(
        ark.delete("/responses/resp_9"),
        404,
        "ResourceNotFound",
        "The specified response resp_9 is not found.",
        "",
        "NotFound");
  }

  @Test
  void missingKeyIsAnAuthenticationError() {
    assertError(
        ApiClient.send(ark.anonymousRequest("/files")),
        401,
        "AuthenticationError",
        "The API key is missing or wrong.",
        "",
        "Unauthorized");
  }

  @Test
  void wrongMethodIsNotAllowed() {
    assertError(
        ark.send("PUT", "/files/file-1"),
        405,
        "MethodNotAllowed",
        "PUT is not allowed here.",
        "",
        "MethodNotAllowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "99999999999"})
  void limitOutOfRangeIsInvalid(String limit) {
    assertError(
        ark.get("/files?limit=" + limit),
        400,
        "InvalidParameter",
        "limit must be from 1 to 100, not " + limit + ".",
        "limit",
        "BadRequest");
  }

  @Test
  void unknownOrderIsInvalid() {
    assertError(
        ark.get("/files?order=up"),
        400,
        "InvalidParameter",
        "order must be asc or desc, not up.",
        "order",
        "BadRequest");
  }

  @Test
  void unknownCursorIsInvalid() {
    assertError(
        ark.get("/files?after=file-9"),
        400,
        "InvalidParameter",
        "after names no file: file-9.",
        "after",
        "BadRequest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/unknown", "/files/file-1/content", "", "/"})
  void unknownPathIsNotFoundWithoutABody(String path) {
    ApiClient.Reply reply = ark.get(path);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("Content-Type")).isNull();
  }

  @Test
  void dateIsThatOfTheSimulatorsClock() {
    assertThat(ark.get("/files").header("Date")).isEqualTo("Fri, 2 Jan 2026 03:04:05 GMT");
  }

  private static void assertError(
      ApiClient.Reply reply, int status, String code, String message, String param, String type) {
    String expected =
        String.format(
            "{\"error\":{\"code\":\"%s\",\"message\":\"%s Request id: %s\",\"param\":\"%s\","
                + "\"type\":\"%s\"}}",
            code, message, reply.header("X-Request-Id"), param, type);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(expected);
  }
}
