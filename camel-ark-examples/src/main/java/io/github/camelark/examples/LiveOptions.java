// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.examples.command.AgeConverter;
import io.github.camelark.examples.command.Provider;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of a run on a real account; picocli sets them, and refuses them without --live. */
@SuppressWarnings("NullAway.Init")
final class LiveOptions {

  @Option(
      names = "--live",
      required = true,
      description =
          "List the files of a real account instead, by the key in the environment (ARK_API_KEY,"
              + " AZURE_OPENAI_API_KEY or OPENAI_API_KEY). Deletes nothing without --delete.")
  boolean live;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      defaultValue = "ark",
      description = "Whose service: ark, azure or openai. Default: ark.")
  Provider provider;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "The address of the service, if it is not the provider's own; needed for azure, for"
              + " example https://name.openai.azure.com. The key is sent there.")
  @Nullable String baseUrl;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "Only files of this purpose, for example user_data. Default: all.")
  @Nullable String purpose;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      defaultValue = "7d",
      converter = AgeConverter.class,
      description = "The age from which on files may go, for example 36h or 7d. Default: 7d.")
  Duration olderThan;

  @ArgGroup(exclusive = false)
  @Nullable Deletion deletion;

  /** Whether to delete. */
  static final class Deletion {

    @Option(
        names = "--delete",
        required = true,
        description = "Delete the files that are older. They cannot be restored.")
    boolean delete;

    @Option(names = "--dry-run", description = "Only show which files would be deleted.")
    boolean dryRun;
  }

  boolean isDryRun() {
    return deletion != null && deletion.dryRun;
  }

  boolean isDelete() {
    return deletion != null && !deletion.dryRun;
  }

  /** The route that does it: to list, or to try, takes one that has no delete in it. */
  ExampleRoute route() {
    return isDelete() ? ExampleRoute.CLEAN_UP : ExampleRoute.LIST_FILES;
  }

  /** What is worth a line of its own: each deletion, for it cannot be undone. */
  Set<Step> linesKept() {
    if (isDelete()) {
      return EnumSet.of(Step.DELETED, Step.ALREADY_GONE, Step.FAILED);
    }
    return EnumSet.of(isDryRun() ? Step.DUE : Step.LISTED, Step.FAILED);
  }
}
