// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.apache.camel.util.SensitiveUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Camel Main prints at INFO what it sets: no secret must be among it. */
@Timeout(60)
class PrintedPropertiesTest {

  private static final String SECRET = "fake-secret-of-the-test";
  private static final String PREFIX = "camel.component.ark.";

  @TempDir Path folder;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level levelBefore = root.getLevel();

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
  }

  @AfterEach
  void listenNoMore() {
    root.setLevel(levelBefore);
    root.detachAppender(log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-key",
        "apiKey",
        "http-options.clientSecret",
        "http-options.client-secret",
        "httpOptions.clientSecret",
        "http-options.proxyAuthPassword"
      })
  void hideASecretThatIsWrittenOut(String option) throws Exception {
    String printed = printedBy(Map.of(PREFIX + option, SECRET));

    assertThat(printed).contains(PREFIX).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my.api-key", "my.apiKey", "my.clientSecret"})
  void hideASecretOfAPlaceholderByItsName(String placeholder) throws Exception {
    String printed =
        printedBy(Map.of(PREFIX + "api-key", "{{" + placeholder + "}}", placeholder, SECRET));

    assertThat(printed).contains(PREFIX, placeholder).doesNotContain(SECRET);
  }

  @Test
  void hideWhatComesFromTheEnvironment() throws Exception {
    String printed = printedBy(Map.of(PREFIX + "http-options.clientSecret", "{{env:PATH}}"));

    assertThat(printed).contains(PREFIX).doesNotContain(System.getenv("PATH"));
  }

  @Test
  void areThoseOfTheReadme() throws IOException {
    List<String> secrets =
        Files.readAllLines(Path.of("..", "..", "README.md")).stream()
            .filter(line -> line.startsWith(PREFIX))
            .map(line -> line.split(" = ")[0])
            .filter(name -> name.matches("(?i).*(secret|password|api-?key)"))
            .toList();

    assertThat(secrets)
        .contains(PREFIX + "api-key", PREFIX + "http-options.clientSecret")
        .allMatch(SensitiveUtils::containsSensitive);
  }

  private String printedBy(Map<String, String> properties) throws Exception {
    Path file = folder.resolve("application.properties");
    Files.write(file, properties.entrySet().stream().map(Object::toString).toList());
    Main main = new Main();
    main.setDefaultPropertyPlaceholderLocation("file:" + file);
    main.configure().setRoutesIncludePattern("false");
    main.start();
    main.stop();
    return Stream.of(log.list)
        .flatMap(List::stream)
        .map(ILoggingEvent::getFormattedMessage)
        .collect(joining("\n"));
  }
}
