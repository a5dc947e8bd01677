// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that are compressed without a request for it. */
@Timeout(60)
class CompressedReplyTest extends ArkTestSupport {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final String NO_RETRY = "maxRetries=0";
  private static final String PAGE = "{\"object\":\"list\",\"data\":[{\"id\":\"file-1\"}]}";
  private static final String ERROR =
      "{\"error\":{\"code\":\"InvalidParameter\",\"message\":\"limit is wrong\"}}";

  /** What brotli makes of a short text. */
  private static final byte[] BROTLI = {0x0b, 0x02, (byte) 0x80, '{', '"', 'd', '"', '}', 0x03};

  private enum Coding {
    GZIP("gzip"),
    X_GZIP("x-gzip"),
    GZIP_IN_CAPITALS("GZIP"),
    GZIP_UNNAMED(null),
    DEFLATE("deflate"),
    RAW_DEFLATE("deflate"),
    TWICE("gzip, gzip"),
    DEFLATE_IN_GZIP("deflate,gzip"),
    IDENTITY("identity"),
    NAMED_BUT_NOT_APPLIED("gzip"),
    CHARSET("utf-8"),
    UNKNOWN_BUT_NOT_APPLIED("br");

    private final String header;

    Coding(String header) {
      this.header = header;
    }

    byte[] encode(String text) throws IOException {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      return switch (this) {
        case GZIP, X_GZIP, GZIP_IN_CAPITALS, GZIP_UNNAMED -> gzip(body);
        case DEFLATE -> deflate(body, false);
        case RAW_DEFLATE -> deflate(body, true);
        case TWICE -> gzip(gzip(body));
        case DEFLATE_IN_GZIP -> gzip(deflate(body, false));
        case IDENTITY, NAMED_BUT_NOT_APPLIED, CHARSET, UNKNOWN_BUT_NOT_APPLIED -> body;
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void areRead(Coding coding) throws Exception {
    try (ScriptedServer server = answering("200 OK", coding.header, coding.encode(PAGE))) {

      assertThat(list(server, NO_RETRY).getMessage().getBody(ArkFilePage.class).data())
          .extracting(ArkFile::id)
          .containsExactly("file-1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void areReadIfTheyAreErrors(Coding coding) throws Exception {
    try (ScriptedServer server =
        answering("400 Bad Request", coding.header, coding.encode(ERROR))) {

      assertThat(failure(server, NO_RETRY))
          .isExactlyInstanceOf(ArkRequestException.class)
          .hasMessageContaining("limit is wrong");
    }
  }

  @ParameterizedTest
  @EnumSource
  void areReadIfTheyAreChunked(Coding coding) throws Exception {
    byte[] body = coding.encode(PAGE);
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  connection.write(head("200 OK", coding.header));
                  connection.write("Transfer-Encoding: chunked\r\n\r\n");
                  for (byte b : body) {
                    connection.write("1\r\n" + (char) (b & 0xff) + "\r\n");
                  }
                  connection.write("0\r\n\r\n");
                }))) {

      assertThat(list(server, NO_RETRY).getException()).isNull();
    }
  }

  @Test
  void areNotRequested() throws Exception {
    try (ScriptedServer server = answering("200 OK", null, Coding.IDENTITY.encode(PAGE))) {
      list(server, NO_RETRY);

      assertThat(server.heads())
          .singleElement()
          .asString()
          .containsIgnoringCase("\r\nAccept-Encoding: identity\r\n")
          .doesNotContainIgnoringCase("gzip");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"204 No Content", "200 OK"})
  void mayHaveNoBody(String status) throws Exception {
    try (ScriptedServer server = answering(status, "gzip", new byte[0])) {

      assertThat(send(uri(server, "delete&fileId=file-1"), null).getException()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "compress", "gzip, br"})
  void areNamedIfTheyCannotBeRead(String coding) throws Exception {
    String last = coding.substring(coding.lastIndexOf(' ') + 1);
    for (String status : new String[] {"200 OK", "404 Not Found", "400 Bad Request"}) {
      try (ScriptedServer server = answering(status, coding, BROTLI)) {

        assertThat(failure(server, "maxRetries=2"))
            .as(status)
            .isExactlyInstanceOf(ArkProtocolException.class)
            .hasMessageContaining("encoded")
            .hasMessageContaining(last);
        assertThat(server.heads()).hasSize(1);
      }
    }
  }

  @Test
  void mayHaveBeenADeletion() throws Exception {
    try (ScriptedServer server = answering("200 OK", "br", BROTLI)) {
      Exchange exchange = send(uri(server, "delete&fileId=file-1"), null);

      assertThat(exchange.getException(ArkException.class).mayHaveBeenExecuted()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"401 Unauthorized, ArkAuthenticationException", "502 Bad, ArkUnavailableException"})
  void areErrorsByTheirStatusAlone(String status, String expected) throws Exception {
    try (ScriptedServer server = answering(status, "br", BROTLI)) {
      ArkException failure = failure(server, NO_RETRY);

      assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(failure).hasMessageContaining("br");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void areNoReplyIfTheyAreTruncatedInside(String coding) throws Exception {
    byte[] whole = coding.equals("gzip") ? Coding.GZIP.encode(PAGE) : Coding.DEFLATE.encode(PAGE);
    for (int length = 2; length < whole.length; length++) {
      try (ScriptedServer server = answering("200 OK", coding, Arrays.copyOf(whole, length))) {

        assertThat(failure(server, NO_RETRY))
            .as("%s bytes", length)
            .isExactlyInstanceOf(ArkProtocolException.class)
            .hasMessageContaining(coding);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "gzip, gzip"})
  void areRefusedWhereTheyAreLongerThanMaxResponseSize(String coding) throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream stream =
        coding.equals("deflate")
            ? new DeflaterOutputStream(compressed)
            : new GZIPOutputStream(compressed)) {
      byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1 << 12; i++) {
        stream.write(blanks);
      }
    }
    byte[] bomb = compressed.toByteArray();
    try (ScriptedServer server =
        answering("200 OK", coding, coding.contains(",") ? gzip(bomb) : bomb)) {

      long before = THREADS.getCurrentThreadAllocatedBytes();
      ArkException failure = failure(server, "maxResponseSize=1000000");

      assertThat(failure)
          .isExactlyInstanceOf(ArkProtocolException.class)
          .hasMessageContaining("maxResponseSize");
      assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "999, false"})
  void countByTheirUncompressedSize(long maxResponseSize, boolean fits) throws Exception {
    String page = PAGE + " ".repeat(1_000 - PAGE.length());
    try (ScriptedServer server = answering("200 OK", "gzip", Coding.GZIP.encode(page))) {

      assertThat(list(server, "maxResponseSize=" + maxResponseSize).getException() == null)
          .isEqualTo(fits);
    }
  }

  @Test
  void areReadUpToALimitIfTheyAreErrors() throws Exception {
    String error = ERROR.replace("wrong", "wrong" + " ".repeat(10_000_000));
    try (ScriptedServer server =
        answering("503 Later", "gzip", gzip(error.getBytes(StandardCharsets.UTF_8)))) {

      assertThat(failure(server, NO_RETRY).body()).contains("limit is wrong");
    }
  }

  private static ScriptedServer answering(String status, String coding, byte[] body) {
    String length = status.startsWith("204") ? "" : "Content-Length: " + body.length + "\r\n";
    return ScriptedServer.start(
        ScriptedReply.by(
            connection -> {
              connection.write(head(status, coding) + length + "\r\n");
              connection.write(body);
              connection.close();
            }));
  }

  private static String head(String status, String coding) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + (coding == null ? "" : "Content-Encoding: " + coding + "\r\n");
  }

  private Exchange list(ScriptedServer server, String option) {
    return send(uri(server, "list") + "&" + option, null);
  }

  private ArkException failure(ScriptedServer server, String option) {
    return list(server, option).getException(ArkException.class);
  }

  private static String uri(ScriptedServer server, String operation) {
    return "ark:files?baseUrl=%s&apiKey=k&allowPlainHttp=true&retryDelay=0&operation=%s"
        .formatted(server.baseUrl(), operation);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    }
    return compressed.toByteArray();
  }

  private static byte[] deflate(byte[] body, boolean raw) throws IOException {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(compressed, deflater)) {
      stream.write(body);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }
}
