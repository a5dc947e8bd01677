// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to give a key: what arrives is the key, whatever signs are in it. */
@Timeout(60)
class SecretsTest {

  private static final String KEY = "a+b&c=d%20e/f?g#h";

  private final ScriptedServer server = ScriptedServer.start(ScriptedReply.of(404, ""));

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // apiKey of the component, apiKey of the URI, what arrives
        "{{my.key}}          |                       | a+b&c=d%20e/f?g#h",
        "#property:my.key    |                       | a+b&c=d%20e/f?g#h",
        "                    | #property:my.key      | a+b&c=d%20e/f?g#h",
        "                    | RAW({{my.key}})       | a+b&c=d%20e/f?g#h",
        "                    | RAW(a+b&c=d%20e/f?g)  | a+b&c=d%20e/f?g",
        "{{env:PATH}}        |                       | $PATH",
        "                    | RAW({{env:PATH}})     | $PATH"
      })
  void sendsTheKeyAsItIs(String ofComponent, String ofUri, String sent) throws Exception {
    Main main = new Main();
    main.setDefaultPropertyPlaceholderLocation("false");
    main.configure().setRoutesIncludePattern("false");
    main.addOverrideProperty("my.key", KEY);
    if (ofComponent != null) {
      main.addOverrideProperty("camel.component.ark.api-key", ofComponent);
    }
    main.addOverrideProperty("camel.component.ark.base-url", server.baseUrl());
    String uri = "ark:files?operation=retrieve" + (ofUri == null ? "" : "&apiKey=" + ofUri);
    main.start();
    try {
      main.getCamelTemplate().send(uri, exchange -> exchange.getMessage().setBody("file-1"));
    } finally {
      main.stop();
    }

    String key = sent.equals("$PATH") ? System.getenv("PATH") : sent;
    assertThat(server.heads())
        .singleElement()
        .asString()
        .contains("\r\nAuthorization: Bearer " + key + "\r\n");
  }
}
