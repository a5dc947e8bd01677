// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf.watch;

import io.github.camelark.ArkComponent;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.PropertiesHelper;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs the routes while there are camel-ark and a configuration. */
@Component(
    configurationPid = "watch.files",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {})
public final class WatchFiles {

  /** When camel-ark goes the routes stop before it; when it comes back they start again. */
  @Reference(target = "(component=ark)")
  ComponentResolver camelArk;

  private CamelContext camel;

  @Activate
  void start(BundleContext bundle, Map<String, Object> configuration) throws Exception {
    camel = new OsgiDefaultCamelContext(bundle);
    try {
      configure(
          // By its class: after an update of camel-ark this fails until this bundle is refreshed.
          camel.getComponent("ark", ArkComponent.class),
          PropertiesHelper.extractProperties(new HashMap<>(configuration), "ark."));
      camel.addRoutes(new WatchRoute());
      camel.start();
    } catch (Exception e) {
      camel.stop();
      throw e;
    }
  }

  /** Names the wrong options, but not their values: one may be a key. */
  private void configure(ArkComponent ark, Map<String, Object> options) {
    PropertyBindingSupport.build()
        .withCamelContext(camel)
        .withTarget(ark)
        .withConfigurer(ark.getComponentPropertyConfigurer())
        .withProperties(options)
        .bind();
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("there is no option " + options.keySet());
    }
  }

  @Deactivate
  void stop() {
    camel.stop();
  }
}
