// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import io.github.camelark.ArkConstants;
import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkException;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.transport.FakeTime;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Calls a server that gives prepared replies. Time passes only where the component waits. */
public abstract class ScriptedRepliesTestSupport {

  public static final String DELETE = "files?operation=delete&ignoreMissing=true";
  public static final String RETRIEVE = "files?operation=retrieve";
  public static final String LIST = "files?operation=list";
  public static final String DELETE_RESPONSE = "responses?operation=delete&ignoreMissing=true";

  /** A list of one file, as all three services give it. */
  public static final String ONE_FILE =
      "{\"object\":\"list\",\"data\":[{\"id\":\"f9\",\"object\":\"file\",\"created_at\":1700000000}],"
          + "\"has_more\":false}";

  public final FakeTime time = new FakeTime();
  public CamelContext context;
  private ProducerTemplate template;
  private ScriptedServer server;

  @BeforeEach
  public void startCamel() {
    context = new DefaultCamelContext();
    context.addComponent("ark", ArkInternals.component(time));
    context.start();
    template = context.createProducerTemplate();
  }

  @AfterEach
  public void stopCamel() throws Exception {
    context.close();
    if (server != null) {
      server.close();
    }
  }

  public void serverGives(ScriptedReply... replies) {
    server = ScriptedServer.start(replies);
  }

  public static ScriptedReply reply(int status, String body) {
    return ScriptedReply.of(status, body);
  }

  /** An error in the wrapper of the API. */
  public static String error(String code, String message) {
    return "{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"param\":null,\"type\":\"t\"}}"
        .formatted(code, message);
  }

  public Exchange call(String provider, String call, String id) {
    return template.send(uri(provider, call), exchange -> exchange.getMessage().setBody(id));
  }

  public String uri(String provider, String call) {
    return "ark:%s&provider=%s&baseUrl=%s%s"
        .formatted(
            call, provider, server.baseUrl(), call.contains("apiKey=") ? "" : "&apiKey=fake-key-1");
  }

  public ArkException failure(String provider, String call, String id) {
    return call(provider, call, id).getException(ArkException.class);
  }

  public static Object outcome(Exchange exchange) {
    return exchange.getMessage().getHeader(ArkConstants.DELETION_OUTCOME);
  }

  public ScriptedServer server() {
    return server;
  }

  public List<String> methods() {
    return server.journal().stream().map(RecordedRequest::method).toList();
  }
}
