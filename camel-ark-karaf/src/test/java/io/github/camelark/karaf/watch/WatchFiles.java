// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf.watch;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.PropertyBindingSupport;
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
      org.apache.camel.Component ark = camel.getComponent("ark");
      PropertyBindingSupport.build()
          .withCamelContext(camel)
          .withTarget(ark)
          .withConfigurer(ark.getComponentPropertyConfigurer())
          .withProperties(new HashMap<>(configuration))
          .withOptionPrefix("ark.")
          .withMandatory(true)
          .bind();
      camel.addRoutes(new WatchRoute());
      camel.start();
    } catch (Exception e) {
      camel.stop();
      throw e;
    }
  }

  @Deactivate
  void stop() {
    camel.stop();
  }
}
