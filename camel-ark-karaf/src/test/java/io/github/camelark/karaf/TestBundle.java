// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import io.github.camelark.ArkComponent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;

/** Makes a bundle of a package of the tests, as bnd-maven-plugin makes one of a project. */
final class TestBundle {

  /** Whose jars bnd looks into: for annotations, and for versions of packages. */
  private static final List<Class<?>> CLASS_PATH =
      List.of(
          TestBundle.class,
          ArkComponent.class,
          CamelContext.class,
          OsgiDefaultCamelContext.class,
          Bundle.class,
          Component.class);

  private TestBundle() {}

  /** The name of the bundle is that of the package. */
  static Path of(Package content, Map<String, String> headers) throws Exception {
    try (Builder bnd = new Builder()) {
      for (Class<?> type : CLASS_PATH) {
        bnd.addClasspath(
            new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
      }
      bnd.setProperty(Constants.BUNDLE_SYMBOLICNAME, content.getName());
      bnd.setProperty(Constants.PRIVATE_PACKAGE, content.getName());
      headers.forEach(bnd::setProperty);
      Jar jar = bnd.build();
      if (!bnd.isOk()) {
        throw new IllegalStateException(content.getName() + ": " + bnd.getErrors());
      }
      Path folder = Files.createDirectories(Path.of("target", "bundles"));
      Path file = folder.resolve(content.getName() + ".jar").toAbsolutePath();
      jar.write(file.toFile());
      return file;
    }
  }
}
