// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the providers refuse of a form, and what is remembered of one that they take. */
class StrictUploadTest {

  private static final SettableClock CLOCK = new SettableClock();

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(builder -> builder.clock(CLOCK));

  private static final byte[] CONTENT = "line\r\n--limi\r\n\r\n--lim".getBytes(UTF_8);

  private final ArkSimulator simulator = EXTENSION.simulator();

  @Test
  void contentIsRememberedByteForByte() {
    Form.of("user_data").file("报告.pdf", CONTENT).upload(simulator, ARK, "/files");

    SimulatedUpload upload = simulator.upload(ARK, "file-0001");
    assertThat(upload.beginning()).isEqualTo(CONTENT);
    assertThat(upload.filename()).isEqualTo("报告.pdf");
    assertThat(upload.contentType()).isEqualTo("application/octet-stream");
  }

  @Test
  void onlyTheFirstMegabyteOfALargeFileIsKept() throws Exception {
    byte[] large = new byte[3_000_000];
    new Random(1).nextBytes(large);

    Form.of("user_data").file("large.bin", large).upload(simulator, OPENAI, "/files");

    SimulatedUpload upload = simulator.upload(OPENAI, "file-0001");
    assertThat(upload.bytes()).isEqualTo(3_000_000);
    assertThat(upload.beginning()).isEqualTo(Arrays.copyOf(large, 1 << 20));
    assertThat(upload.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large)));
  }

  @Test
  void fieldsAreRememberedInTheirOrder() {
    Form.of("user_data")
        .field("preprocess_configs[video][fps]", "0.3")
        .file("a.mp4", CONTENT)
        .upload(simulator, ARK, "/files");

    assertThat(simulator.upload(ARK, "file-0001").fields())
        .containsExactly(
            Map.entry("purpose", "user_data"), Map.entry("preprocess_configs[video][fps]", "0.3"));
  }

  @Test
  void quoteInAFileNameComesPercentEncoded() {
    Form.of("user_data").file("a %22b%22.txt", CONTENT).upload(simulator, ARK, "/files");

    assertThat(simulator.upload(ARK, "file-0001").filename()).isEqualTo("a \"b\".txt");
  }

  @Test
  void formWithoutItsEndIsRefusedAndNothingIsStored() {
    ApiClient.Reply reply =
        Form.of("user_data").file("a.txt", CONTENT).withoutEnd().upload(simulator, ARK, "/files");

    assertRefused(reply, "Unexpected end of form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Disposition: form-data; name=\"file\"\r\n", "name: file\r\n"})
  void fileWithoutANameIsRefused(String headers) {
    ApiClient.Reply reply =
        Form.of("user_data").part(headers, CONTENT).upload(simulator, OPENAI, "/files");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(simulator.files(OPENAI)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, /files, batch",
    "OPENAI, /files, agent",
    "AZURE, /files?api-version=2024-10-21, user_data",
    "AZURE, /v1/files, user_data"
  })
  void purposeOfAnotherProviderIsRefused(SimulatedProvider provider, String path, String purpose) {
    ApiClient.Reply reply =
        Form.of(purpose).file("a.txt", CONTENT).upload(simulator, provider, path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("purpose");
    assertThat(simulator.files(provider)).isEmpty();
  }

  @Test
  void partWithALengthIsAnInvalidPurposeOnAzure() {
    ApiClient.Reply reply =
        new Form()
            .part(
                "Content-Disposition: form-data; name=\"purpose\"\r\nContent-Length: 10\r\n",
                "assistants".getBytes(UTF_8))
            .file("a.txt", CONTENT)
            .upload(simulator, AZURE, "/v1/files");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("purpose contains an invalid purpose");
  }

  @Test
  void fileWithoutATypeIsRefusedOnAzure() {
    ApiClient.Reply reply =
        Form.of("assistants")
            .part("Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n", CONTENT)
            .upload(simulator, AZURE, "/v1/files");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("no or an empty content type");
  }

  @Test
  void datedAzureAnswersWhereTheFileIs() {
    ApiClient.Reply reply =
        Form.of("assistants")
            .file("a.txt", CONTENT)
            .upload(simulator, AZURE, "/files?api-version=2024-10-21");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo("/openai/files/file-0001");
    assertThat(reply.body()).contains("\"status\":\"pending\"").doesNotContain("bytes");
  }

  @Test
  void arkTakesAnAbsoluteExpiry() {
    Instant expireAt = CLOCK.instant().plusSeconds(86_400);

    Form.of("user_data")
        .field("expire_at", String.valueOf(expireAt.getEpochSecond()))
        .file("a.txt", CONTENT)
        .upload(simulator, ARK, "/files");

    assertThat(simulator.files(ARK).get(0).expireAt()).isEqualTo(expireAt);
  }

  @Test
  void openAiTakesAnExpiryInBrackets() {
    Form.of("user_data")
        .field("expires_after[anchor]", "created_at")
        .field("expires_after[seconds]", "3600")
        .file("a.txt", CONTENT)
        .upload(simulator, OPENAI, "/files");

    assertThat(simulator.files(OPENAI).get(0).expireAt())
        .isEqualTo(CLOCK.instant().plusSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, /files, user_data, expires_after, 3600",
    "OPENAI, /files, user_data, expires_after.seconds, 3600",
    "OPENAI, /files, user_data, expires_after[seconds], 3600",
    "ARK, /files, user_data, expires_after[seconds], 86400",
    "ARK, /files, user_data, expire_at, 86400",
    "ARK, /files, user_data, expire_at, tomorrow",
    "AZURE, /v1/files, assistants, expires_after, 1209600"
  })
  void expiryInAnotherFormIsRefused(
      SimulatedProvider provider, String path, String purpose, String field, String value) {
    ApiClient.Reply reply =
        Form.of(purpose)
            .field(field, value)
            .file("a.txt", CONTENT)
            .upload(simulator, provider, path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(simulator.files(provider)).isEmpty();
  }

  @Test
  void expiryIsOverlookedByAServiceThatIgnoresIt() {
    simulator.ignoredParameters("expires_after[anchor]", "expires_after[seconds]");

    Form.of("user_data")
        .field("expires_after[anchor]", "created_at")
        .field("expires_after[seconds]", "3600")
        .file("a.txt", CONTENT)
        .upload(simulator, OPENAI, "/files");

    assertThat(simulator.files(OPENAI).get(0).expireAt()).isNull();
  }

  @Test
  void uploadThatIsRefusedByItsHeadIsNotRead() throws IOException {
    simulator.failNext(1, SimulatedFault.refusedUnread(413));

    RawConnection.Reply reply =
        RawConnection.sendHead(
            simulator,
            "POST",
            "/api/v3/files",
            "Content-Type: multipart/form-data; boundary=limit\r\nContent-Length: 99999999\r\n");

    assertThat(reply.head()).startsWith("HTTP/1.1 413");
    assertThat(simulator.files(ARK)).isEmpty();
  }

  @Test
  void connectionIsResetInTheMiddleOfABody() {
    simulator.failNext(1, SimulatedFault.resetAfterReading(100_000));

    Form form = Form.of("user_data").file("a.bin", new byte[1_000_000]);

    assertThat(catchThrowable(() -> form.upload(simulator, ARK, "/files")))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(simulator.files(ARK)).isEmpty();
  }

  @Test
  void slowlyReadBodyIsStored() {
    simulator.failNext(1, SimulatedFault.slowReading(1_000_000));

    Form.of("user_data").file("a.bin", new byte[100_000]).upload(simulator, ARK, "/files");

    assertThat(simulator.upload(ARK, "file-0001").bytes()).isEqualTo(100_000);
  }

  private void assertRefused(ApiClient.Reply reply, String words) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains(words);
    assertThat(simulator.files(ARK)).isEmpty();
  }
}
