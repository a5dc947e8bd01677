// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No id can name another resource than one file. */
class HostileIdTest extends RouteTestSupport {

  private static final byte[] MALFORMED_UTF_8 = {'f', 'i', 'l', 'e', (byte) 0xC3, '('};

  static Stream<Arguments> encoded() {
    return Stream.of(
        Arguments.of("file-20251018114827-6zgrb", "file-20251018114827-6zgrb"),
        Arguments.of("AZaz09-._~", "AZaz09-._~"),
        Arguments.of("file 9/ü?#", "file%209%2F%C3%BC%3F%23"),
        Arguments.of("a/../../responses/resp_1", "a%2F..%2F..%2Fresponses%2Fresp_1"),
        Arguments.of("../responses", "..%2Fresponses"),
        Arguments.of("./x", ".%2Fx"),
        Arguments.of("...", "..."),
        Arguments.of("..;", "..%3B"),
        Arguments.of("/", "%2F"),
        Arguments.of("//evil.example/x", "%2F%2Fevil.example%2Fx"),
        Arguments.of("\\..\\x", "%5C..%5Cx"),
        Arguments.of("a?after=b", "a%3Fafter%3Db"),
        Arguments.of("a#b", "a%23b"),
        Arguments.of("a%2Fb", "a%252Fb"),
        Arguments.of("%2e%2e", "%252e%252e"),
        Arguments.of("100%", "100%25"),
        Arguments.of("a b+c", "a%20b%2Bc"),
        Arguments.of("a&b=c", "a%26b%3Dc"),
        Arguments.of("a;b=c", "a%3Bb%3Dc"),
        Arguments.of("a:b@c", "a%3Ab%40c"),
        Arguments.of("a\r\nX-Evil: 1", "a%0D%0AX-Evil%3A%201"),
        Arguments.of("a\tb", "a%09b"),
        Arguments.of("\u00a0", "%C2%A0"),
        Arguments.of("文件", "%E6%96%87%E4%BB%B6"),
        Arguments.of("😀", "%F0%9F%98%80"),
        Arguments.of("\u202egpj.exe", "%E2%80%AEgpj.exe"),
        Arguments.of("{id}", "%7Bid%7D"),
        Arguments.of("${body}", "%24%7Bbody%7D"),
        Arguments.of("!'()*", "%21%27%28%29%2A"),
        Arguments.of("x".repeat(512), "x".repeat(512)));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("encoded")
  void isExactlyOneEncodedSegment(String id, String segment) {
    simulator().addFile(ARK, SimulatedFile.named("a").withId(id));

    ArkFile file =
        call(ark("files?operation=retrieve"), null, Map.of("CamelArkFileId", id))
            .getBody(ArkFile.class);

    assertThat(file.id()).isEqualTo(id);
    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::path, RecordedRequest::query, RecordedRequest::status)
        .containsExactly("/api/v3/files/" + segment, null, 200);
  }

  /** The simulator's HTTP server refuses a NUL before the simulator sees it. */
  @Test
  void isEncodedIfItContainsANul() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.of(200, "{\"id\":\"a\\u0000b\"}"))) {
      call(
          "ark:files?operation=retrieve&apiKey=fake-key&baseUrl=" + server.baseUrl(),
          "a\u0000b",
          Map.of());

      assertThat(server.journal())
          .extracting(RecordedRequest::path)
          .containsExactly("/files/a%00b");
    }
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void deletesOnlyTheFileItNames(SimulatedProvider provider) {
    simulator().addFile(provider, SimulatedFile.named("hostile").withId("file-0001/../?x#"));
    simulator().addFile(provider, SimulatedFile.named("innocent").withId("file-0001"));

    call(uri(provider, "files?operation=delete"), "file-0001/../?x#", Map.of());

    assertThat(simulator().files(provider))
        .extracting(SimulatedFile::id)
        .containsExactly("file-0001");
  }

  @Test
  void isEncodedInAModelResponseToo() {
    send(ark("responses?operation=delete"), "../files/file-0001");

    assertThat(simulator().journal())
        .extracting(RecordedRequest::path)
        .containsExactly("/api/v3/responses/..%2Ffiles%2Ffile-0001");
  }

  @Test
  void isEncodedAsACursorToo() {
    send(ark("files?operation=list"), null, Map.of("CamelArkAfter", "a&limit=1#"));

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("after=a%26limit%3D1%23");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("empty", "", "blank"),
        Arguments.of("a blank", " ", "blank"),
        Arguments.of("white space", " \t\r\n\u2003", "blank"),
        Arguments.of("the directory", ".", "id"),
        Arguments.of("the directory above", "..", "id"),
        Arguments.of("513 characters", "x".repeat(513), "512"),
        Arguments.of("a million characters", "x".repeat(1_000_000), "512"),
        Arguments.of("a lone high surrogate", "file-\ud83d", "Unicode"),
        Arguments.of("a lone low surrogate", "\ude00-file", "Unicode"),
        Arguments.of("swapped surrogates", "\ude00\ud83d", "Unicode"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedInAHeader(String name, String id, String reason) {
    ArkRequestException refusal =
        refusal(ark("files?operation=delete"), null, Map.of("CamelArkFileId", id));

    assertThat(refusal).hasMessageContainingAll("CamelArkFileId", reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedInTheBody(String name, String id, String reason) {
    ArkRequestException refusal = refusal(ark("files?operation=delete"), id, Map.of());

    assertThat(refusal).hasMessageContainingAll("body", reason);
  }

  static Stream<Arguments> refusedForAModelResponse() {
    return Stream.concat(
        refused().filter(row -> !row.get()[2].equals("512")),
        Stream.of(
            Arguments.of("4097 characters", "x".repeat(4_097), "4096"),
            Arguments.of("a million characters", "x".repeat(1_000_000), "4096")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedForAModelResponse")
  void isRefusedForAModelResponse(String name, String id, String reason) {
    ArkRequestException refusal =
        refusal(ark("responses?operation=delete"), null, Map.of("CamelArkResponseId", id));

    assertThat(refusal).hasMessageContainingAll("CamelArkResponseId", reason);
  }

  @ParameterizedTest
  @CsvSource({
    "files?operation=delete, fileId",
    "files?operation=retrieve, fileId",
    "responses?operation=delete, responseId",
    "files?operation=list, after"
  })
  void isRefusedAtStartIfItIsBlank(String resource, String option) {
    IllegalArgumentException failure = startFailure(ark(resource + "&" + option + "=RAW( )"));

    assertThat(failure).hasMessageContainingAll(option, "blank");
  }

  @ParameterizedTest
  @CsvSource({"fileId, .", "fileId, ..", "responseId, .", "responseId, ..", "after, .."})
  void isRefusedAtStartIfItLeavesThePath(String option, String id) {
    IllegalArgumentException failure =
        startFailure(ark("files?operation=list&%s=%s".formatted(option, id)));

    assertThat(failure).hasMessageContainingAll(option, "id");
  }

  @Test
  void isRefusedAtStartIfItIsTooLong() {
    IllegalArgumentException failure =
        startFailure(ark("files?operation=delete&fileId=" + "x".repeat(513)));

    assertThat(failure).hasMessageContainingAll("fileId", "512");
  }

  static Stream<Arguments> malformedBodies() {
    return Stream.of(
        Arguments.of("bytes", MALFORMED_UTF_8),
        Arguments.of("a stream", new ByteArrayInputStream(MALFORMED_UTF_8)),
        Arguments.of("a cached stream", new InputStreamCache(MALFORMED_UTF_8)),
        Arguments.of("a long stream", new ByteArrayInputStream(new byte[100_000])),
        Arguments.of("a long reader", new StringReader("x".repeat(100_000))),
        Arguments.of("a reader of a lone surrogate", new StringReader("file-\ud83d")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformedBodies")
  void isRefusedIfItsBytesAreNoText(String name, Object body) {
    ArkRequestException refusal = refusal(ark("files?operation=delete"), body, Map.of());

    assertThat(refusal).hasMessageContaining("body");
  }

  @Test
  void isShortenedAndEscapedInMessages() {
    ArkRequestException refusal =
        refusal(
            ark("files?operation=delete"),
            null,
            Map.of("CamelArkFileId", "\r\nforged log line" + "x".repeat(1_000)));

    assertThat(refusal.getMessage()).hasSizeLessThan(400).doesNotContain("\r", "\n");
  }
}
