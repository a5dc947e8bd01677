// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a run on a real account; picocli sets them, and refuses them without --live. */
final class LiveOptions {

  @Option(
      names = "--live",
      required = true,
      description =
          "Delete files of a real account, by the key in the environment (ARK_API_KEY,"
              + " AZURE_OPENAI_API_KEY or OPENAI_API_KEY). They cannot be restored: try"
              + " --dry-run first.")
  boolean live;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "The address of the service, if it is not the provider's own; needed for azure, for"
              + " example https://name.openai.azure.com. The key is sent there.")
  @Nullable String baseUrl;
}
