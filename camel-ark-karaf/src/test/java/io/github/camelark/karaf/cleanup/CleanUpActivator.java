// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf.cleanup;

import org.apache.camel.spi.ComponentResolver;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Runs the routes while camel-ark is there. */
public final class CleanUpActivator implements BundleActivator {

  private static final String CAMEL_ARK =
      "(&(objectClass=" + ComponentResolver.class.getName() + ")(component=ark))";

  private ServiceTracker<ComponentResolver, ?> tracker;

  @Override
  public void start(BundleContext bundle) throws Exception {
    tracker =
        new ServiceTracker<>(bundle, bundle.createFilter(CAMEL_ARK), new CleanUpRoutes(bundle));
    tracker.open();
  }

  @Override
  public void stop(BundleContext bundle) {
    tracker.close();
  }
}
