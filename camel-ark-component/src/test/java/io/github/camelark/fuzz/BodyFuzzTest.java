// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.api.ApiError;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileQuery;
import io.github.camelark.client.KnownService;
import io.github.camelark.client.Service;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.error.ArkException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.text.RemoteText;
import io.github.camelark.time.Time;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Bodies that no service would send: they are read, or refused as the API promises. */
class BodyFuzzTest {

  /** So much of an error's body is read. */
  private static final int MOST_OF_AN_ERROR = 64 * 1024;

  private static final List<Integer> STATUSES = List.of(200, 400, 403, 404, 429, 500);

  private static final FuzzReport REPORT = new FuzzReport("Bodies");

  @AfterContainer
  static void report() throws Throwable {
    REPORT.print();
  }

  @Provide
  Arbitrary<SpoiltReply> bodies() {
    return Inputs.bodies();
  }

  @Provide
  Arbitrary<String> providers() {
    return Arbitraries.of("ark", "azure", "openai");
  }

  @Fuzz
  void areReadOrRefused(@ForAll("bodies") SpoiltReply input, @ForAll("providers") String provider)
      throws Throwable {
    byte[] body = input.body();

    REPORT.tryInput(
        () -> {
          readAll(body, input);
          for (int status : STATUSES) {
            answerAll(provider, status, body, input);
          }
        });
  }

  private static void readAll(byte[] body, SpoiltReply input) throws Exception {
    read("ArkFile", body, input, ArkFile::fromJson, BodyContract::check);
    read("ArkFilePage", body, input, ArkFilePage::fromJson, BodyContract::check);
    read("ArkDeletion", body, input, ArkDeletion::fromJson, BodyContract::check);
    byte[] start = startOf(body);
    read("ApiError", start, input, ApiError::find, BodyContract::check);
    read("RemoteText", start, input, BodyFuzzTest::excerpt, BodyFuzzTest::checkExcerpt);
  }

  private static <T> void read(
      String what, byte[] body, SpoiltReply input, Reader<T> reader, Check<T> check)
      throws Exception {
    T value;
    try {
      value = REPORT.measure(what, body.length, input, () -> reader.read(body));
    } catch (IOException e) {
      REPORT.count(what, "refused");
      return;
    }
    REPORT.count(what, value == null ? "nothing found" : "read");
    if (value != null) {
      check.check(value);
    }
  }

  private static void answerAll(String provider, int status, byte[] body, SpoiltReply input)
      throws Exception {
    boolean success = status == 200;
    byte[] read = success ? body : startOf(body);
    Reply reply = new Reply(status, read, null, null, null, null, read.length % 4 == 0);
    ArkClient client = client(provider, reply);
    List<Callable<?>> calls =
        List.of(
            () -> client.delete(ApiOperation.DELETE_FILE, Seed.ID),
            () -> client.retrieve(ApiOperation.RETRIEVE_FILE, Seed.ID, ArkFile::fromJson),
            () -> client.listFiles(FileQuery.ALL));
    for (Callable<?> call : success ? calls : calls.subList(0, 1)) {
      Object outcome =
          REPORT.measure("answer " + status, read.length, input, () -> outcomeOf(call));
      if (outcome instanceof ArkException failure) {
        FailureContract.check(failure);
      }
      REPORT.count(
          provider + " answer " + status,
          outcome instanceof ArkException ? outcome.getClass().getSimpleName() : "success");
    }
  }

  private static Object outcomeOf(Callable<?> call) throws Exception {
    try {
      return call.call();
    } catch (ArkException e) {
      return e;
    }
  }

  private static String excerpt(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    RemoteText.escape(text);
    return RemoteText.excerptOfBytes(RemoteText.withoutDownloadUrl(text), 1_024)
        + RemoteText.excerpt(text, 500);
  }

  private static void checkExcerpt(String excerpt) {
    assertThat(excerpt).isEqualTo(RemoteText.escape(excerpt));
    assertThat(excerpt.length()).isLessThanOrEqualTo(1_024 + 501);
  }

  private static byte[] startOf(byte[] body) {
    return Arrays.copyOf(body, Math.min(body.length, MOST_OF_AN_ERROR));
  }

  private static ArkClient client(String provider, Reply reply) {
    return new ArkClient(
        request -> reply,
        new Service(
            Dialects.named(provider),
            "https://service.example",
            "",
            null,
            new ApiKey("Authorization", "Bearer ", Seed.KEY),
            "the option apiKey"),
        Duration.ofMinutes(2),
        Duration.ofMinutes(2),
        1_000_000,
        new Time(),
        new KnownService(new Time()));
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] body) throws IOException;
  }

  @FunctionalInterface
  private interface Check<T> {
    void check(T value) throws IOException;
  }
}
