// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.text.RemoteText;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out files of another purpose than the one asked for: a service or gateway that ignores the
 * parameter must not get them processed, let alone deleted. It warns once. Thread-safe.
 */
public final class PurposeCheck {

  private static final Logger LOG = LoggerFactory.getLogger(PurposeCheck.class);
  private static final int MAX_LOGGED_CHARACTERS = 100;

  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Whether a file may have come of a list of this purpose. A file that does not say its purpose
   * may.
   *
   * @param purpose what was asked for; null for any
   */
  public boolean admits(@Nullable String purpose, ArkFile file) {
    String own = file.purpose();
    if (purpose == null || own == null || own.isBlank() || own.equals(purpose)) {
      return true;
    }
    if (!warned.getAndSet(true)) {
      LOG.warn(
          "Asked for files of purpose {} the service also lists others, such as {} of purpose {}:"
              + " these are left out",
          purpose,
          RemoteText.excerpt(file.id(), MAX_LOGGED_CHARACTERS),
          RemoteText.excerpt(own, MAX_LOGGED_CHARACTERS));
    }
    return false;
  }

  /** Those of these files that may have come of a list of this purpose. */
  public List<ArkFile> admitted(@Nullable String purpose, List<ArkFile> files) {
    for (ArkFile file : files) {
      if (!admits(purpose, file)) {
        return files.stream().filter(each -> admits(purpose, each)).toList();
      }
    }
    return files;
  }

  /** The page with those of its files that may have come of a list of this purpose. */
  public ArkFilePage admitted(@Nullable String purpose, ArkFilePage page) {
    List<ArkFile> admitted = admitted(purpose, page.data());
    return admitted.size() == page.data().size() ? page : page.with(admitted);
  }
}
