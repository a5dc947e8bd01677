// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import io.github.camelark.ArkComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The component's classes once more, from a loader of their own as in a container. Once it is
 * closed it has only what it has loaded, as the bundle of a feature that was uninstalled.
 */
public final class WithdrawableClasses extends URLClassLoader {

  private final List<String> missed = new CopyOnWriteArrayList<>();

  public WithdrawableClasses() {
    super(
        new URL[] {ArkComponent.class.getProtectionDomain().getCodeSource().getLocation()},
        ArkComponent.class.getClassLoader());
  }

  /** The classes that were wanted but not to be had. */
  public List<String> missed() {
    return missed;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith("io.github.camelark.") ? ownClass(name) : super.loadClass(name, resolve);
  }

  private Class<?> ownClass(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return findClass(name);
      } catch (ClassNotFoundException e) {
        missed.add(name);
        throw e;
      }
    }
  }
}
