// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What JMX shows of endpoints, producers, consumers and the component, after a file with a
 * pre-signed address has gone through each.
 */
class ManagementTest {

  private static final String DISABLED = "org.apache.camel.jmx.disabled";

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  private static final String FILE =
      "{\"id\":\"file-1\",\"filename\":\"a.pdf\",\"status\":\"active\","
          + "\"download_url\":\"https://tos.example/f?sign=s3cret\"}";

  private String disabled;
  private CamelContext context;

  /** The other tests do without it, for it takes time. */
  @BeforeEach
  void enable() {
    disabled = System.clearProperty(DISABLED);
    context = new DefaultCamelContext();
  }

  @AfterEach
  void disable() throws Exception {
    context.close();
    if (disabled != null) {
      System.setProperty(DISABLED, disabled);
    }
  }

  @Test
  void hidesTheKeyOfTheComponent() throws Exception {
    ArkSimulator simulator = SIMULATOR.simulator();
    ArkComponent ark = context.getComponent("ark", ArkComponent.class);
    ark.getConfiguration().setApiKey(simulator.apiKey(SimulatedProvider.ARK));
    ark.getConfiguration().setBaseUrl(simulator.baseUrl(SimulatedProvider.ARK));

    sendFilesThrough("");

    checkAttributes();
  }

  @Test
  void hidesTheKeyOfAUri() throws Exception {
    ArkSimulator simulator = SIMULATOR.simulator();

    sendFilesThrough(
        "&apiKey=%s&baseUrl=%s"
            .formatted(
                simulator.apiKey(SimulatedProvider.ARK), simulator.baseUrl(SimulatedProvider.ARK)));

    checkAttributes();
  }

  private static void checkAttributes() throws JMException {
    TreeMap<String, String> attributes = attributes();
    for (String type : List.of("components", "endpoints", "producers", "consumers")) {
      assertThat(attributes)
          .as("ark among the " + type)
          .matches(all -> isAny(all, "(?is).*type=" + type + ",.*\\bark.*"));
    }
    assertThat(attributes).allSatisfy((name, value) -> assertThat(Secrets.in(value)).isNull());
  }

  private static boolean isAny(Map<String, String> attributes, String pattern) {
    return attributes.entrySet().stream()
        .anyMatch(attribute -> (attribute.getKey() + " " + attribute.getValue()).matches(pattern));
  }

  private void sendFilesThrough(String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:retrieve").to("ark:files?operation=retrieve" + options).to("mock:files");
            from("ark:files?initialDelay=0&delay=1h&repeatCount=1" + options).to("mock:files");
          }
        });
    MockEndpoint files = context.getEndpoint("mock:files", MockEndpoint.class);
    files.expectedMessageCount(1);
    answerNext("{\"object\":\"list\",\"data\":[" + FILE + "]}");
    context.start();
    files.assertIsSatisfied();
    files.expectedMessageCount(2);
    answerNext(FILE);
    context.createProducerTemplate().sendBody("direct:retrieve", "file-1");
    files.assertIsSatisfied();
    for (Exchange exchange : files.getExchanges()) {
      assertThat(exchange.getMessage().getBody(ArkFile.class).downloadUrl()).contains("s3cret");
    }
  }

  private static void answerNext(String json) {
    SIMULATOR.simulator().failNext(1, SimulatedFault.reply(200, "application/json", json));
  }

  /** All attributes of all MBeans of Camel, as text. */
  private static TreeMap<String, String> attributes() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Set<ObjectName> names = server.queryNames(new ObjectName("org.apache.camel:*"), null);
    TreeMap<String, String> values = new TreeMap<>();
    for (ObjectName name : names) {
      values.put(name.toString(), name.toString());
      for (MBeanAttributeInfo info : server.getMBeanInfo(name).getAttributes()) {
        for (Attribute found : server.getAttributes(name, new String[] {info.getName()}).asList()) {
          values.put(name + " " + info.getName(), String.valueOf(found.getValue()));
        }
      }
    }
    return values;
  }
}
