// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf.cleanup;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.support.PropertyBindingSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Starts the routes when camel-ark comes, and stops them before it goes. */
final class CleanUpRoutes implements ServiceTrackerCustomizer<ComponentResolver, CamelContext> {

  private final BundleContext bundle;

  CleanUpRoutes(BundleContext bundle) {
    this.bundle = bundle;
  }

  @Override
  public CamelContext addingService(ServiceReference<ComponentResolver> reference) {
    CamelContext camel = new OsgiDefaultCamelContext(bundle);
    try {
      Component ark = camel.getComponent("ark");
      PropertyBindingSupport.build()
          .withCamelContext(camel)
          .withTarget(ark)
          .withConfigurer(ark.getComponentPropertyConfigurer())
          .withProperty("apiKey", "{{sys:ark.apiKey}}")
          .withProperty("baseUrl", "{{sys:ark.baseUrl}}")
          .bind();
      camel.addRoutes(new CleanUpRoute());
      camel.start();
      return camel;
    } catch (Exception e) {
      camel.stop();
      throw RuntimeCamelException.wrapRuntimeException(e);
    }
  }

  @Override
  public void modifiedService(ServiceReference<ComponentResolver> reference, CamelContext camel) {}

  @Override
  public void removedService(ServiceReference<ComponentResolver> reference, CamelContext camel) {
    camel.stop();
  }
}
