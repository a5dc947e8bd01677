// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Camel Main reports about wrong properties. Nothing is sent: there is no listener. */
@Timeout(60)
class FailedStartTest {

  private static final String KEY = "a-key-that-must-stay-secret";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // property | value | what the failure names: property and cure
        "camel.component.ark.max-retrys      | 3             | Error binding property (camel.component.ark.maxRetrys=3)",
        "camel.component.ark.call-timeout    | ten parsecs   | callTimeout must be a duration, for example 500ms, 30s or 7d, but is 'ten parsecs'",
        "camel.component.ark.max-retries     | few           | maxRetries must be a number, but is 'few'",
        "camel.component.ark.max-retries     | -1            | maxRetries",
        "camel.component.ark.provider        | arc           | provider",
        "camel.component.ark.base-url        | ark.exampl    | baseUrl",
        "camel.component.ark.base-url        | http://10.1.2.3 | allowPlainHttp",
        "camel.component.ark.http-options.proxyHots | proxy  | proxyHots",
        "camel.component.ark.api-key         | {{env:NO_SUCH_VARIABLE}} | Property with key [env:NO_SUCH_VARIABLE] using function [env] returned null value",
        "camel.component.ark.api-key         | {{no.such.key}} | no.such.key",
        "camel.component.ark.api-key         | \"\"          | api-key",
        "camel.main.no-such-option           | 1             | noSuchOption",
        "camel.main.routes-include-pattern   | classpath:camel/none.yaml | none.yaml",
        "watch.folder                        | {{nowhere}}   | nowhere"
      })
  void namesThePropertyThatIsWrong(String property, String value, String named) {
    Map<String, String> properties = good();
    properties.put(property, value);

    Throwable failure = catchThrowable(() -> RunningMain.start(properties).close());

    assertThat(failure).as("failure to start").isNotNull();
    assertThat(Throwables.getStackTrace(failure)).contains(named).doesNotContain(KEY);
  }

  @Test
  void saysThatTheKeyIsMissing() {
    Main main = new Main();
    main.setDefaultPropertyPlaceholderLocation("false");
    Map<String, String> properties = good();
    properties.remove("camel.component.ark.api-key");
    properties.forEach(main::addOverrideProperty);
    main.configure().setRoutesIncludePattern("classpath:camel/count-files.xml");

    Throwable failure = catchThrowable(main::start);
    main.stop();

    assertThat(failure).hasStackTraceContaining("apiKey is missing");
  }

  @Test
  void startsWithCorrectOptions() throws Exception {
    try (RunningMain main = RunningMain.start(good())) {
      assertThat(main.context().getStatus().isStarted()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // refused before any route has started
    "camel.component.ark.provider, arc",
    // refused when the other routes have started
    "camel.main.routes-include-pattern, 'classpath:camel/*.yaml,classpath:broken/*.yaml'"
  })
  void leavesNoThreadBehind(String property, String value) throws Exception {
    Map<String, String> properties = good();
    properties.put(property, value);
    Set<Thread> before = camelThreads();

    Throwable failure = catchThrowable(() -> RunningMain.start(properties));

    assertThat(failure).isNotNull();
    Set<Thread> left = camelThreads();
    left.removeAll(before);
    for (Thread thread : left) {
      thread.join(30_000);
    }
    assertThat(left).noneMatch(Thread::isAlive);
  }

  private Map<String, String> good() {
    Map<String, String> properties = new HashMap<>();
    properties.put("camel.component.ark.base-url", "http://127.0.0.1:1/api/v3");
    properties.put("camel.component.ark.api-key", KEY);
    properties.put("camel.component.ark.max-retries", "0");
    properties.put("watch.folder", folder.toString());
    return properties;
  }

  /** Not those of the JVM and of the tests, which come and go as they like. */
  private static Set<Thread> camelThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Camel ("))
        .collect(Collectors.toSet());
  }
}
