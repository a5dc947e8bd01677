// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A provider whose API the simulator speaks. Each has files, responses and keys of its own. */
public enum SimulatedProvider {
  /** Volcengine Ark. */
  ARK("/api/v3", "/api/v3", Duration.ofDays(7)),
  /** Azure OpenAI: the same files under {@code /openai} and under {@code /openai/v1}. */
  AZURE("/openai", "", null),
  /** OpenAI. */
  OPENAI("/v1", "/v1", null);

  private final String basePath;
  private final String configuredPath;
  private final @Nullable Duration retention;

  SimulatedProvider(String basePath, String configuredPath, @Nullable Duration retention) {
    this.basePath = basePath;
    this.configuredPath = configuredPath;
    this.retention = retention;
  }

  /** Returns the path prefix of the provider's calls, for example {@code /v1}. */
  public String basePath() {
    return basePath;
  }

  /** The path that a client's base URL has: clients of Azure append the base path themselves. */
  String configuredPath() {
    return configuredPath;
  }

  /** How long a file is kept by default; null is forever. */
  @Nullable Duration retention() {
    return retention;
  }

  String apiKey() {
    return "simulator-" + name().toLowerCase(Locale.ROOT) + "-key";
  }
}
