// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.SimulatedUpload;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest extends RouteTestSupport {

  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
  private static final Map<String, Object> NAMED = Map.of(Exchange.FILE_NAME, "hello.txt");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "ARK, '', /api/v3/files,",
    "AZURE, &purpose=assistants, /openai/files, api-version=2024-10-21",
    "OPENAI, '', /v1/files,"
  })
  void isOneRequest(SimulatedProvider provider, String options, String path, String query) {
    call(uri(provider, "files?operation=upload" + options), "hello", NAMED);

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("POST", path, query);
  }

  @ParameterizedTest
  @CsvSource({"ARK, agent", "AZURE, assistants", "OPENAI, assistants"})
  void storesTheContentUnderItsName(SimulatedProvider provider, String purpose) {
    Message answer =
        call(uri(provider, "files?operation=upload&purpose=" + purpose), "hello", NAMED);

    SimulatedUpload upload = upload(provider, answer);
    assertThat(upload.sha256()).isEqualTo(HELLO_SHA256);
    assertThat(upload.filename()).isEqualTo("hello.txt");
    assertThat(upload.contentType()).isEqualTo("application/octet-stream");
    assertThat(upload.fields()).isEqualTo(Map.of("purpose", purpose));
  }

  @Test
  void bodyAndHeadersBecomeTheFile() {
    Message answer = call(ark("files?operation=upload"), "hello", NAMED);

    ArkFile file = answer.getBody(ArkFile.class);
    assertThat(file.filename()).isEqualTo("hello.txt");
    assertThat(answer.getHeaders())
        .containsEntry(ArkConstants.FILE_ID, file.id())
        .containsEntry(ArkConstants.FILE_NAME, "hello.txt")
        .containsEntry(ArkConstants.FILE_PURPOSE, "user_data")
        .containsKey(ArkConstants.REQUEST_ID);
  }

  private static Stream<Body> contents() {
    return Stream.of(
        new Body("text", directory -> "hello"),
        new Body("text buffer", directory -> new StringBuilder("hello")),
        new Body("bytes", directory -> "hello".getBytes(UTF_8)),
        new Body("file", directory -> hello(directory).toFile()),
        new Body("path", UploadTest::hello),
        new Body("file of the file component", UploadTest::wrapped),
        new Body("stream", directory -> stream("hello")),
        new Body("stream cache", directory -> new InputStreamCache("hello".getBytes(UTF_8))));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void takesEveryKindOfContent(Body body) throws IOException {
    Message answer = call(ark("files?operation=upload"), body.make.of(directory), NAMED);

    assertThat(upload(ARK, answer).sha256()).isEqualTo(HELLO_SHA256);
  }

  private static Stream<Body> noContents() {
    return Stream.of(
        new Body("nothing", directory -> null),
        new Body("map", directory -> Map.of("a", "b")),
        new Body("list", directory -> List.of("hello")),
        new Body("deletion", directory -> ArkDeletion.fromJson("{\"id\":\"a\"}".getBytes(UTF_8))),
        new Body("another object", directory -> new Object()),
        new Body("no text", directory -> ""),
        new Body("no bytes", directory -> new byte[0]),
        new Body("empty file", directory -> Files.createFile(directory.resolve("empty"))),
        new Body("empty cache", directory -> new InputStreamCache(new byte[0])),
        new Body("directory", directory -> directory),
        new Body("directory as file", Path::toFile),
        new Body("missing file", directory -> new File(directory.toFile(), "missing")));
  }

  @ParameterizedTest
  @MethodSource("noContents")
  void refusesWhatIsNoContentBeforeAnyRequest(Body body) throws IOException {
    ArkRequestException refusal =
        refusal(ark("files?operation=upload"), body.make.of(directory), NAMED);

    assertThat(refusal).hasMessageContaining("nothing was sent");
  }

  @Test
  void textIsContentAndNeverTheNameOfAFile() throws IOException {
    Path file = hello(directory);

    Message answer = call(ark("files?operation=upload"), file.toString(), NAMED);

    assertThat(upload(ARK, answer).beginning()).isEqualTo(file.toString().getBytes(UTF_8));
  }

  @Test
  void fileHasItsOwnNameIfNoHeaderNamesIt() throws IOException {
    Message answer = call(ark("files?operation=upload"), hello(directory), Map.of());

    assertThat(upload(ARK, answer).filename()).isEqualTo("hello.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "reports/2026/a.pdf, a.pdf",
    "C:\\reports\\a.pdf, a.pdf",
    "../../a.pdf, a.pdf",
    "'a\"b.pdf', ab.pdf",
    "'a\r\nb.pdf', ab.pdf",
    "報告 é😀.pdf, 報告 é😀.pdf"
  })
  void nameIsTheLastSegmentWithoutControlCharactersAndQuotes(String header, String filename) {
    Message answer =
        call(ark("files?operation=upload"), "hello", Map.of(Exchange.FILE_NAME, header));

    assertThat(upload(ARK, answer).filename()).isEqualTo(filename);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/", "..", "\"", "\r\n", "\uD800.pdf"})
  void nameMustBeLeftOfIt(String header) {
    ArkRequestException refusal =
        refusal(ark("files?operation=upload"), "hello", Map.of(Exchange.FILE_NAME, header));

    assertThat(refusal).hasMessageContaining(Exchange.FILE_NAME);
  }

  @Test
  void contentWithoutANameIsRefused() {
    assertThat(refusal(ark("files?operation=upload"), "hello", Map.of()))
        .hasMessageContaining("no name for the file: set header CamelFileName");
  }

  @ParameterizedTest
  @CsvSource({"ARK, user_data", "OPENAI, user_data"})
  void purposeIsUserDataUnlessSet(SimulatedProvider provider, String purpose) {
    Message answer = call(uri(provider, "files?operation=upload"), "hello", NAMED);

    assertThat(upload(provider, answer).fields()).containsEntry("purpose", purpose);
  }

  @Test
  void purposeOfTheHeaderPrecedesThatOfTheOption() {
    Message answer =
        call(
            uri(OPENAI, "files?operation=upload&purpose=batch"),
            "hello",
            Map.of(Exchange.FILE_NAME, "a", ArkConstants.PURPOSE, "vision"));

    assertThat(upload(OPENAI, answer).fields()).containsEntry("purpose", "vision");
  }

  @Test
  void azureNeedsAPurpose() {
    assertThat(refusal(uri(AZURE, "files?operation=upload"), "hello", NAMED))
        .hasMessageContaining("needs a purpose");
  }

  @Test
  void purposeThatTheServiceDoesNotKnowIsItsRefusal() {
    assertThat(
            failure(
                ArkRequestException.class,
                ark("files?operation=upload&purpose=nonsense"),
                "hello",
                NAMED))
        .hasMessageContaining("nonsense");
    assertThat(simulator().files(ARK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, ''",
    "AZURE, &purpose=assistants&apiVersion=2025-03-01-preview",
  })
  void expiryIsSecondsAfterTheUpload(SimulatedProvider provider, String options) {
    Message answer =
        call(uri(provider, "files?operation=upload&expireAfter=14d" + options), "hello", NAMED);

    assertThat(upload(provider, answer).fields())
        .containsEntry("expires_after[anchor]", "created_at")
        .containsEntry("expires_after[seconds]", "1209600");
  }

  @Test
  void expiryOfArkIsATime() {
    Message answer = call(ark("files?operation=upload&expireAfter=2d"), "hello", NAMED);

    Instant expiry =
        Instant.ofEpochSecond(Long.parseLong(upload(ARK, answer).fields().get("expire_at")));
    assertThat(Duration.between(Instant.now().plus(Duration.ofDays(2)), expiry).abs())
        .isLessThan(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, expireAfter=1h, from 1d to 30d on provider ark",
    "ARK, expireAfter=31d, from 1d to 30d",
    "OPENAI, expireAfter=59m, from 1h to 30d",
    "OPENAI, expireAfter=7, expireAfter",
    "AZURE, expireAfter=14d, no expiry",
    "ARK, operation=list&expireAfter=14d, ark:files?operation=upload",
    "ARK, form.purpose=batch, form.purpose",
    "ARK, form.file=x, form.file",
    "ARK, form.expire_at=1, form.expire_at",
    "OPENAI, form.expires_after[seconds]=3600, form.expires_after",
    "ARK, operation=delete&form.a=b, ark:files?operation=upload"
  })
  void optionThatCannotBeMeantIsRefusedAtStart(
      SimulatedProvider provider, String options, String message) {
    String uri =
        uri(provider, "files?" + (options.startsWith("operation") ? "" : "operation=upload&"))
            + "&"
            + options;

    assertThat(startFailure(uri.replace("?&", "?").replace("&&", "&")))
        .hasMessageContaining(message);
  }

  @Test
  void expiryThatTheServiceIgnoresIsAWarning() {
    simulator()
        .failNext(
            2,
            SimulatedFault.reply(
                200, "application/json", "{\"id\":\"file-1\",\"created_at\":1790000000}"));
    String uri = ark("files?operation=upload&expireAfter=1d");

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      call(uri, "hello", NAMED);
      call(uri, "hello", NAMED);

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("ark:files upload asked for 1d, but the service keeps files forever");
    }
  }

  @Test
  void furtherFieldsAreSentVerbatim() {
    Message answer =
        call(
            ark(
                "files?operation=upload&form.preprocess_configs[video][fps]=0.3&form.tos[bucket]=b"),
            "hello",
            NAMED);

    assertThat(upload(ARK, answer).fields())
        .containsEntry("preprocess_configs[video][fps]", "0.3")
        .containsEntry("tos[bucket]", "b");
  }

  @Test
  void headerIsNoFieldOfTheForm() {
    Message answer =
        call(
            ark("files?operation=upload"),
            "hello",
            Map.of(Exchange.FILE_NAME, "a", "form.tos[bucket]", "evil", "tos[bucket]", "evil"));

    assertThat(upload(ARK, answer).fields()).containsOnlyKeys("purpose");
  }

  @ParameterizedTest
  @MethodSource("contents")
  void connectionThatBreaksBeforeTheEndIsRepeatedIfTheContentCanBeReadAgain(Body body)
      throws IOException {
    simulator().failNext(1, SimulatedFault.resetAfterReading(64 * 1024));
    byte[] large = new byte[8 * 1024 * 1024];
    Object content =
        switch (body.name) {
          case "stream" -> new FilterInputStream(new ByteArrayInputStream(large)) {};
          case "stream cache" -> new InputStreamCache(large);
          case "bytes" -> large;
          case "text", "text buffer" -> "a".repeat(large.length);
          default -> {
            Path file = Files.write(directory.resolve("large"), large);
            yield body.name.equals("path")
                ? file
                : body.name.equals("file") ? file.toFile() : wrapped(file);
          }
        };

    Exchange exchange = send(ark("files?operation=upload"), content, NAMED);

    boolean again = !body.name.equals("stream");
    assertThat(exchange.getException() == null).isEqualTo(again);
    assertThat(simulator().files(ARK)).hasSize(again ? 1 : 0);
    if (!again) {
      ArkUnavailableException failure = exchange.getException(ArkUnavailableException.class);
      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(failure).hasMessageContaining("before all was sent");
    }
  }

  /**
   * Where the rest is still in the buffers of the system it counts as sent, and is not repeated.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void serverThatHangsUpAfterATenthNeverGetsTwoFiles(int tenths) {
    byte[] content = new byte[16_000_000];
    simulator().failNext(1, SimulatedFault.resetAfterReading(tenths * content.length / 10));

    Exchange exchange = send(ark("files?operation=upload"), content, NAMED);

    if (exchange.getException() == null) {
      assertThat(simulator().files(ARK)).hasSize(1);
    } else {
      assertThat(exchange.getException(ArkUnavailableException.class).mayHaveBeenExecuted())
          .isTrue();
      assertThat(simulator().files(ARK)).isEmpty();
    }
    assertThat(tenths > 2 || exchange.getException() == null).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void refusalThatAsksToComeAgainIsRepeated(int status) {
    simulator().failNext(1, SimulatedFault.status(status));

    call(ark("files?operation=upload"), "hello", NAMED);

    assertThat(simulator().files(ARK)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void errorAfterWhichTheFileMayBeThereIsNotRepeated(int status) {
    simulator().failNext(1, SimulatedFault.status(status));

    ArkUnavailableException failure =
        failure(ArkUnavailableException.class, ark("files?operation=upload"), "hello", NAMED);

    assertThat(failure.mayHaveBeenExecuted()).isTrue();
    assertThat(failure)
        .hasMessageContaining("the file may be there: look for hello.txt before you send it again");
    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void lostAnswerIsNotRepeated() {
    simulator().failNext(1, SimulatedFault.executedThenReset());

    ArkUnavailableException failure =
        failure(ArkUnavailableException.class, ark("files?operation=upload"), "hello", NAMED);

    assertThat(failure.mayHaveBeenExecuted()).isTrue();
    assertThat(failure).hasMessageContaining("look for hello.txt");
    assertThat(simulator().files(ARK)).hasSize(1);
    assertThat(simulator().journal()).hasSize(1);
  }

  /** A source of half a gigabyte; the refusal comes at its beginning. */
  @Test
  void refusalThatComesMeanwhileEndsTheSending() {
    simulator().failNext(1, SimulatedFault.refusedUnread(413));
    AtomicLong read = new AtomicLong();

    Exchange exchange =
        send(ark("files?operation=upload"), counted(512L * 1024 * 1024, read), NAMED);

    assertThat(exchange.getException(ArkRequestException.class)).hasMessageContaining("413");
    assertThat(read.get()).isLessThan(256L * 1024 * 1024);
  }

  @Test
  void sourceThatBreaksStoresNothingAndIsNoFailureOfTheService() {
    IOException gone = new IOException("disk gone");
    InputStream broken =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(new ByteArrayInputStream(new byte[200_000]), failing(gone))));

    ArkRequestException failure =
        failure(ArkRequestException.class, ark("files?operation=upload"), broken, NAMED);

    assertThat(failure).hasMessageContaining("the content cannot be read").hasRootCause(gone);
    assertThat(failure.mayHaveBeenExecuted()).isFalse();
    assertThat(simulator().files(ARK)).isEmpty();
  }

  /** Its length is known, so that the form is not chunked. */
  @ParameterizedTest
  @CsvSource({"-1, it has become shorter", "1, it has grown"})
  void contentWhoseLengthChangesStoresNothing(int change, String message) {
    byte[] content = new byte[300_000];
    Object body = new LyingCache(content, content.length - change);

    ArkRequestException failure =
        failure(ArkRequestException.class, ark("files?operation=upload"), body, NAMED);

    assertThat(failure).hasMessageContaining(message);
    assertThat(simulator().files(ARK)).isEmpty();
  }

  @Test
  void rawStreamIsRefusedOnRedelivery() throws Exception {
    simulator().failNext(1, SimulatedFault.status(500));
    List<Exception> failures = new ArrayList<>();
    context.setStreamCaching(false);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(Exception.class)
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .onExceptionOccurred(
                    exchange ->
                        failures.add(
                            exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
            from("direct:upload").to(ark("files?operation=upload"));
          }
        });

    send("direct:upload", stream("hello"), NAMED);

    assertThat(failures).hasSize(2);
    assertThat(failures.get(1))
        .isInstanceOf(ArkRequestException.class)
        .hasMessageContaining("is a stream that was sent before");
    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void largeFileIsSentWhole() throws IOException {
    byte[] content = new byte[5_000_003];
    new Random(1).nextBytes(content);
    Path file = Files.write(directory.resolve("large.bin"), content);

    Message answer = call(ark("files?operation=upload"), file, Map.of());

    assertThat(upload(ARK, answer).bytes()).isEqualTo(content.length);
    assertThat(upload(ARK, answer).sha256()).isEqualTo(sha256(content));
  }

  private SimulatedUpload upload(SimulatedProvider provider, Message answer) {
    return simulator().upload(provider, answer.getBody(ArkFile.class).id());
  }

  private static Path hello(Path directory) throws IOException {
    return Files.writeString(directory.resolve("hello.bin"), "hello");
  }

  private static GenericFile<File> wrapped(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? hello(path) : path;
    GenericFile<File> wrapped = new GenericFile<>();
    wrapped.setFile(file.toFile());
    return wrapped;
  }

  private static InputStream stream(String text) {
    return new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {};
  }

  private static InputStream failing(IOException failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw failure;
      }
    };
  }

  private static InputStream counted(long length, AtomicLong read) {
    return new InputStream() {
      @Override
      public int read() {
        return read.getAndIncrement() < length ? 'a' : -1;
      }

      @Override
      public int read(byte[] buffer, int offset, int count) {
        if (read.get() >= length) {
          return -1;
        }
        read.addAndGet(count);
        return count;
      }
    };
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @FunctionalInterface
  private interface Make {
    Object of(Path directory) throws IOException;
  }

  private record Body(String name, Make make) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** As a file is that is written while it is sent. */
  private static final class LyingCache extends ByteArrayInputStream implements StreamCache {

    private final long length;

    LyingCache(byte[] content, long length) {
      super(content);
      this.length = length;
    }

    @Override
    public void writeTo(java.io.OutputStream out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StreamCache copy(Exchange exchange) {
      return this;
    }

    @Override
    public boolean inMemory() {
      return true;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public long position() {
      return pos;
    }
  }
}
