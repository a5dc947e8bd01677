// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.support.CapturedLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * OAuth 2.0 in place of the API key, against an API and a token endpoint over TLS. It is an {@code
 * HttpsServer} because the token endpoint has to read the form that it is sent; a scripted server
 * skips bodies.
 */
@Timeout(60)
class OAuth2Test {

  private static final String PASSWORD = "changeit";

  @TempDir static Path directory;
  private static SSLContextParameters tls;

  private final Queue<String> tokenRequests = new ConcurrentLinkedQueue<>();
  private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();

  /** Its own for each test: camel-http keeps tokens by client for as long as the JVM runs. */
  private final String clientId = UUID.randomUUID().toString();

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private DefaultCamelContext context;
  private HttpsServer server;
  private volatile TokenEndpoint tokenEndpoint =
      exchange -> answer(exchange, 200, token("fake-secret"));

  /** What the service answers instead of a deletion. */
  private volatile String repeats = "";

  private volatile int status = 200;

  private interface TokenEndpoint {
    void handle(HttpExchange exchange) throws IOException;
  }

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path keyStore = directory.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStoreParameters parameters = new KeyStoreParameters();
    parameters.setResource("file:" + keyStore);
    parameters.setPassword(PASSWORD);
    KeyManagersParameters keys = new KeyManagersParameters();
    keys.setKeyStore(parameters);
    keys.setKeyPassword(PASSWORD);
    TrustManagersParameters trust = new TrustManagersParameters();
    trust.setKeyStore(parameters);
    tls = new SSLContextParameters();
    tls.setKeyManagers(keys);
    tls.setTrustManagers(trust);
  }

  @BeforeEach
  void start() throws Exception {
    context = new DefaultCamelContext();
    SSLContext sslContext = tls.createSSLContext(context);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(sslContext));
    server.setExecutor(threads);
    server.createContext(
        "/token",
        exchange -> {
          tokenRequests.add(new String(exchange.getRequestBody().readAllBytes()));
          tokenEndpoint.handle(exchange);
        });
    server.createContext(
        "/api/files/",
        exchange -> {
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          if (repeats.isEmpty()) {
            answer(exchange, 200, "{\"deleted\":true}");
          } else {
            exchange.getResponseHeaders().set("X-Request-Id", sent(exchange));
            answer(exchange, status, repeats.replace("TOKEN", sent(exchange)));
          }
        });
    server.start();
    context.getRegistry().bind("tls", tls);
    context.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    context.stop();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void sendsTheTokenInPlaceOfAKey() {
    Exchange exchange = delete("file-1", "");

    assertThat(exchange.getMessage().getBody(ArkDeletion.class).deleted()).isTrue();
    assertThat(authorizations).containsExactly("Bearer fake-secret");
  }

  @Test
  void requestsOneTokenForManyFiles() {
    for (int i = 0; i < 5; i++) {
      delete("file-" + i, "");
    }

    assertThat(tokenRequests).hasSize(1);
    assertThat(authorizations).hasSize(5).containsOnly("Bearer fake-secret");
  }

  @Test
  void reportsARefusalOfTheTokenEndpoint() {
    tokenEndpoint = exchange -> answer(exchange, 401, "{\"error\":\"invalid_client\"}");

    Exchange exchange = delete("file-1", "");

    assertThat(exchange.getException())
        .isInstanceOf(ArkAuthenticationException.class)
        .hasMessageContaining("token endpoint answers HTTP 401")
        .hasMessageContaining("http.oauth2ClientId")
        .hasMessageNotContaining("topsecret");
    assertThat(authorizations).isEmpty();
  }

  @Test
  void reportsAnUnreadableTokenReply() {
    tokenEndpoint = exchange -> answer(exchange, 200, "<html>");

    Exchange exchange = delete("file-1", "");

    assertThat(exchange.getException()).isInstanceOf(ArkAuthenticationException.class);
    assertThat(authorizations).isEmpty();
  }

  @Test
  void retriesWhenTheTokenEndpointIsDown() {
    tokenEndpoint = exchange -> answer(exchange, 503, "");

    Exchange exchange = delete("file-1", "&maxRetries=1&retryDelay=0");

    assertThat(exchange.getException(ArkUnavailableException.class).mayHaveBeenExecuted())
        .isFalse();
    assertThat(tokenRequests).hasSize(2);
  }

  @Test
  void callTimeoutEndsADrippingTokenRequest() {
    tokenEndpoint =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          // slowly: a reply that is too long would end the call for another reason
          while (!ended(Duration.ofMillis(20))) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
          }
        };

    Exchange exchange = delete("file-1", "&callTimeout=500ms&maxRetries=0");

    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
    assertThat(exchange.getException(ArkUnavailableException.class).mayHaveBeenExecuted())
        .isFalse();
  }

  @Test
  void callTimeoutEndsAnUnansweredTokenRequest() {
    tokenEndpoint = exchange -> awaitEnd();

    Exchange exchange = delete("file-1", "&callTimeout=500ms&maxRetries=0");

    assertThat(exchange.getException())
        .isInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("callTimeout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401 | {\"error\":{\"code\":\"TOKEN\",\"message\":\"wrong: TOKEN\",\"param\":\"TOKEN\"}}",
        "403 | {\"message\":\"Bearer TOKEN\"}",
        "404 | <html>Authorization: Bearer TOKEN</html>",
        "500 | TOKEN",
        "200 | {\"id\":\"TOKEN\"}",
        "200 | {\"deleted\":TOKEN",
      })
  void doesNotPrintATokenThatTheServerRepeats(int repeatedStatus, String body) {
    status = repeatedStatus;
    repeats = body;
    try (CapturedLog log = CapturedLog.ofEverything()) {

      ArkException failure = delete("file-1", "&maxRetries=0").getException(ArkException.class);

      assertThat(PrintedException.of(failure)).contains("***").doesNotContain("fake-secret");
      assertThat(failure.body()).contains("***").doesNotContain("fake-secret");
      assertThat(failure.requestId()).doesNotContain("fake-secret");
      assertThat(failure.getMessage()).doesNotContain("apiKey");
      assertThat(log.text()).doesNotContain("fake-secret");
    }
  }

  @Test
  void doesNotPrintAnEarlierTokenEither() {
    Iterator<String> tokens = List.of("fake-secret-1", "fake-secret-2").iterator();
    tokenEndpoint = exchange -> answer(exchange, 200, token(tokens.next()));
    delete("file-1", "&http.oauth2CacheTokens=false");
    status = 400;
    repeats = "{\"message\":\"TOKEN, before: fake-secret-1\"}";

    ArkException failure =
        delete("file-1", "&http.oauth2CacheTokens=false").getException(ArkException.class);

    assertThat(failure).hasMessageContaining("***, before: ***");
  }

  @Test
  void refusesATokenEndpointWithoutTls() {
    assertThatThrownBy(
            () ->
                context.getEndpoint(
                    "ark:files?baseUrl=https://localhost/api&http.oauth2ClientId=id"
                        + "&http.oauth2ClientSecret=topsecret"
                        + "&http.oauth2TokenEndpoint=http://localhost/token"))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http.oauth2TokenEndpoint")
        .hasMessageNotContaining("topsecret");
  }

  private Exchange delete(String id, String options) {
    String address = "https://localhost:" + server.getAddress().getPort();
    String uri =
        ("ark:files?operation=delete&baseUrl=%s/api&http.oauth2ClientId=%s"
                + "&http.oauth2ClientSecret=topsecret&http.oauth2TokenEndpoint=%s/token"
                + "&sslContextParameters=#tls&requestsPerSecond=0%s")
            .formatted(address, clientId, address, options);
    return context
        .createFluentProducerTemplate()
        .to(uri)
        .withHeader(ArkConstants.FILE_ID, id)
        .send();
  }

  private static String sent(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended(Duration patience) {
    try {
      return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String token(String token) {
    return "{\"access_token\":\"" + token + "\",\"expires_in\":\"3600\"}";
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
