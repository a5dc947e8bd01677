// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.test.SimulatedProvider;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Keys, and properties that are wrong. */
class KameletPropertiesTest extends KameletTestSupport {

  private static final SimulatedProvider PROVIDER = SimulatedProvider.ARK;

  @ParameterizedTest
  @MethodSource("io.github.camelark.kamelets.KameletRulesTest#kamelets")
  void doesNotStartWithoutAKey(KameletFile kamelet) {
    Throwable failure = catchThrowable(() -> startAny(kamelet.name()));

    assertThat(Throwables.getStackTrace(failure)).contains(kamelet.name(), "apiKey");
  }

  @ParameterizedTest
  @CsvSource({
    "ark-files-source, delay, ten parsecs",
    "ark-files-source, olderThan, a week",
    "ark-files-source, deleteAfterRead, perhaps",
    "ark-files-source, idempotentRepository, #absent",
    "ark-files-list-action, limit, 1000",
    "ark-files-list-action, paging, book",
    "ark-file-retrieve-action, provider, arc",
    "ark-file-retrieve-action, awaitTimeout, 6",
    "ark-file-upload-action, expireAfter, 7",
    "ark-file-upload-action, expireAfter, 31d",
    "ark-file-delete-sink, baseUrl, ark.example.com",
    "ark-response-delete-sink, ignoreMissing, perhaps"
  })
  void doesNotStartWithAWrongValueAndNamesIt(String kamelet, String property, String value)
      throws Exception {
    configure(kamelet, PROVIDER);
    set(kamelet, property, value);

    Throwable failure = catchThrowable(() -> startAny(kamelet));
    context.stop();

    assertThat(Throwables.getStackTrace(failure))
        .contains(property)
        .doesNotContain(simulator().apiKey(PROVIDER));
    Set<Thread> left = threadsOf(context);
    for (Thread thread : left) {
      thread.join(30_000);
    }
    assertThat(left).noneMatch(Thread::isAlive);
  }

  @Test
  void ignoresAPropertyThatDoesNotExistAsCamelDoes() throws Exception {
    set("ark-file-delete-sink", "ignoreMising", "false");
    start("ark-file-delete-sink", PROVIDER);

    assertThat(send("gone").getException()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b&c=d%20e/f?g#h", "RAW(x)", "ends-with)", "%41"})
  void sendsTheKeyAsItIs(String key) throws Exception {
    String kamelet = "ark-file-retrieve-action";
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(404, ""))) {
      set(kamelet, "baseUrl", server.baseUrl());
      set(kamelet, "apiKey", key);
      context.start();

      context.createFluentProducerTemplate().to("kamelet:" + kamelet).withBody("file-1").send();

      assertThat(server.heads())
          .singleElement()
          .asString()
          .contains("\r\nAuthorization: Bearer " + key + "\r\n");
    }
  }

  /** At DEBUG Camel itself shows every placeholder that it fills in: docs/kamelets.md says so. */
  @Test
  void showsTheKeyInNoLogAtInfo() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Level level = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    try {
      start("ark-file-delete-sink", PROVIDER);
      send("file-1");
      context.stop();
    } finally {
      root.setLevel(level);
      root.detachAppender(log);
    }

    assertThat(log.list).isNotEmpty();
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains(simulator().apiKey(PROVIDER)));
  }

  private static Set<Thread> threadsOf(CamelContext context) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Camel (" + context.getName() + ")"))
        .collect(Collectors.toSet());
  }
}
