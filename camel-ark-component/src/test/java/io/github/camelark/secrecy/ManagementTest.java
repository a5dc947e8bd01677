// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedProvider;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What JMX shows of endpoints, producers, consumers and the component. */
class ManagementTest {

  private static final String DISABLED = "org.apache.camel.jmx.disabled";

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

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
    startRoutes("");

    assertThat(attributes()).anySatisfy((name, value) -> assertThat(value).contains("ark://files"));
    assertThat(attributes()).allSatisfy((name, value) -> assertThat(Secrets.in(value)).isNull());
  }

  @Test
  void hidesTheKeyOfAUri() throws Exception {
    ArkSimulator simulator = SIMULATOR.simulator();
    startRoutes(
        "&apiKey=%s&baseUrl=%s"
            .formatted(
                simulator.apiKey(SimulatedProvider.ARK), simulator.baseUrl(SimulatedProvider.ARK)));

    assertThat(attributes()).allSatisfy((name, value) -> assertThat(Secrets.in(value)).isNull());
  }

  private void startRoutes(String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:delete").to("ark:files?operation=delete" + options);
            from("ark:files?delay=1h" + options).to("mock:files");
          }
        });
    context.start();
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
