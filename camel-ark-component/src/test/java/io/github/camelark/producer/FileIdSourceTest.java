// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the id of a file comes from: header, option, body. If they differ, the call is refused. */
class FileIdSourceTest extends RouteTestSupport {

  @BeforeEach
  void threeFiles() {
    simulator().addFiles(ARK, 3);
  }

  @Test
  void isTheHeader() {
    call(ark("files?operation=retrieve"), null, header("file-0001"));

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0001");
  }

  @Test
  void isTheOption() {
    call(ark("files?operation=retrieve&fileId=file-0002"));

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0002");
  }

  static Stream<Arguments> bodies() throws IOException {
    byte[] bytes = "file-0003".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("text", "file-0003"),
        Arguments.of("any character sequence", new StringBuilder("file-0003")),
        Arguments.of("bytes", bytes),
        Arguments.of("a stream", new ByteArrayInputStream(bytes)),
        Arguments.of("a cached stream", new InputStreamCache(bytes)),
        Arguments.of("a reader", new StringReader("file-0003")),
        Arguments.of("a cached reader", new ReaderCache("file-0003")),
        Arguments.of("a file", ArkFile.fromJson("{\"id\":\"file-0003\"}".getBytes())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void isTheBody(String name, Object body) {
    call(ark("files?operation=retrieve"), body, Map.of());

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0003");
  }

  @Test
  void leavesACachedStreamReadableForTheErrorHandler() throws IOException {
    InputStreamCache body = new InputStreamCache("file-9999".getBytes(StandardCharsets.UTF_8));

    send(ark("files?operation=retrieve"), body);

    assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("file-9999");
  }

  @Test
  void leavesACachedReaderReadableForTheErrorHandler() throws IOException {
    ReaderCache body = new ReaderCache("file-9999");
    char[] text = new char[9];

    send(ark("files?operation=retrieve"), body);

    assertThat(body.read(text)).isEqualTo(9);
    assertThat(text).containsExactly("file-9999".toCharArray());
  }

  @Test
  void prefersTheHeaderToTextInTheBody() {
    call(ark("files?operation=retrieve"), "some text of the route", header("file-0001"));

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0001");
  }

  @Test
  void prefersTheOptionToTextInTheBody() {
    call(ark("files?operation=retrieve&fileId=file-0002"), "some text of the route", Map.of());

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0002");
  }

  @Test
  void mayBeNamedThreeTimesIfItIsTheSame() throws IOException {
    call(ark("files?operation=retrieve&fileId=file-0001"), file("file-0001"), header("file-0001"));

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retrieve", "delete"})
  void isRefusedIfHeaderAndOptionDiffer(String operation) {
    ArkRequestException refusal =
        refusal(ark("files?fileId=file-0002&operation=" + operation), null, header("file-0001"));

    assertThat(refusal)
        .hasMessageContainingAll(
            "CamelArkFileId", "file-0001", "fileId", "file-0002", "nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retrieve", "delete"})
  void isRefusedIfHeaderAndFileInTheBodyDiffer(String operation) throws IOException {
    ArkRequestException refusal =
        refusal(ark("files?operation=" + operation), file("file-0003"), header("file-0001"));

    assertThat(refusal).hasMessageContainingAll("CamelArkFileId", "file-0001", "body", "file-0003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retrieve", "delete"})
  void isRefusedIfOptionAndFileInTheBodyDiffer(String operation) throws IOException {
    ArkRequestException refusal =
        refusal(ark("files?fileId=file-0002&operation=" + operation), file("file-0003"), Map.of());

    assertThat(refusal).hasMessageContainingAll("fileId", "file-0002", "body", "file-0003");
  }

  static Stream<Arguments> textsThatNameTheThirdFile() throws IOException {
    return Stream.concat(
        bodies().filter(body -> !body.get()[0].equals("a stream that cannot be read twice")),
        Stream.of(
            Arguments.of("text of a line", "file-0003\n"),
            Arguments.of("an id of today", "file-20251018114827-6zgrb"),
            Arguments.of("the id of a response", "resp_0217")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsThatNameTheThirdFile")
  void isRefusedIfHeaderAndATextThatIsAnIdDiffer(String name, Object body) {
    ArkRequestException refusal = refusal(ark("files?operation=delete"), body, header("file-0001"));

    assertThat(refusal)
        .hasMessageContainingAll("header CamelArkFileId names 'file-0001'", "the body names '");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsThatNameTheThirdFile")
  void isRefusedIfOptionAndATextThatIsAnIdDiffer(String name, Object body) {
    ArkRequestException refusal =
        refusal(ark("files?operation=retrieve&fileId=file-0001"), body, Map.of());

    assertThat(refusal)
        .hasMessageContainingAll("option fileId names 'file-0001'", "the body names '");
  }

  @Test
  void isRefusedIfABodyWasSetAfterTheHeaderWasLeft() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:second")
                .to(ark("files?operation=retrieve"))
                .setBody(constant("file-0002"))
                .to(ark("files?operation=delete"));
          }
        });

    Exchange exchange = send("direct:second", "file-0001");

    assertThat(exchange.getException())
        .isExactlyInstanceOf(ArkRequestException.class)
        .hasMessageContainingAll("file-0001", "file-0002", "nothing was sent");
    assertThat(simulator().files(ARK)).hasSize(3);
  }

  static Stream<Arguments> textsThatNameNothing() {
    return Stream.of(
        Arguments.of("prose", "file-0003 was uploaded"),
        Arguments.of("a file's name", "file-0003.pdf"),
        Arguments.of("a prefix", "file-"),
        Arguments.of("JSON", "{\"id\":\"file-0003\"}"),
        Arguments.of("nothing", ""),
        Arguments.of("a number", 3),
        Arguments.of("two lines", "file-0002\nfile-0003"),
        Arguments.of("a long text", "file-" + "0".repeat(1_000_000)),
        Arguments.of("bytes that are no text", new byte[] {'f', 'i', 'l', 'e', '-', (byte) 0xC3}),
        Arguments.of("the same id in a line", "file-0001\n"),
        Arguments.of("a map", Map.of("id", "file-0003")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsThatNameNothing")
  void isTheHeaderWhateverElseTheBodyIs(String name, Object body) {
    call(ark("files?operation=retrieve"), body, header("file-0001"));

    assertThat(requestedPaths()).containsExactly("/api/v3/files/file-0001");
  }

  @Test
  void knowsTheFilesOfAssistantsOnAzure() {
    ArkRequestException refusal =
        refusal(
            uri(SimulatedProvider.AZURE, "files?operation=delete"),
            "assistant-2",
            header("assistant-1"));

    assertThat(refusal).hasMessageContainingAll("assistant-1", "assistant-2");
  }

  @Test
  void leavesAStreamReadableThatIsNoId() throws IOException {
    InputStream body = new ByteArrayInputStream("a report".getBytes(StandardCharsets.UTF_8));

    send(ark("files?operation=retrieve"), body, header("file-9999"));

    assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a report");
  }

  @Test
  void isRefusedIfMissing() {
    ArkRequestException refusal = refusal(ark("files?operation=delete"), null, Map.of());

    assertThat(refusal).hasMessageContainingAll("CamelArkFileId", "fileId", "body");
  }

  static Stream<Arguments> bodiesThatNameNothing() {
    return Stream.of(
        Arguments.of("a map", Map.of("id", "file-0003")),
        Arguments.of("a list", List.of("file-0003")),
        Arguments.of("an array", new String[] {"file-0003"}),
        Arguments.of("an object", new Object()),
        Arguments.of("a path", Path.of("file-0003")),
        Arguments.of("a truth", true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodiesThatNameNothing")
  void isNotTheTextFormOfAnythingElse(String name, Object body) {
    ArkRequestException refusal = refusal(ark("files?operation=delete"), body, Map.of());

    assertThat(refusal).hasMessageContainingAll("CamelArkFileId", "fileId", "body");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodiesThatNameNothing")
  void isNotAHeaderOfAnotherType(String name, Object value) {
    ArkRequestException refusal =
        refusal(ark("files?operation=delete"), "file-0001", Map.of("CamelArkFileId", value));

    assertThat(refusal).hasMessageContaining("CamelArkFileId");
  }

  @Test
  void doesNotTakeTheIdOfAModelResponse() {
    ArkRequestException refusal =
        refusal(
            ark("files?operation=delete&responseId=resp_1"),
            null,
            Map.of("CamelArkResponseId", "resp_1"));

    assertThat(refusal).hasMessageContaining("CamelArkFileId");
  }

  private static Map<String, Object> header(String id) {
    return Map.of("CamelArkFileId", id);
  }

  private static ArkFile file(String id) throws IOException {
    return ArkFile.fromJson("{\"id\":\"%s\"}".formatted(id).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> requestedPaths() {
    return simulator().journal().stream().map(request -> request.path()).toList();
  }
}
