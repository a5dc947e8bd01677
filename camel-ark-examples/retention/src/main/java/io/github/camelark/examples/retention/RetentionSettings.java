// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.nio.file.Path;
import java.time.Clock;

/**
 * How an account is kept.
 *
 * @param provider whose service: {@code ark}, {@code azure} or {@code openai}
 * @param policy what may be deleted
 * @param dryRun whether nothing is to be deleted, only shown
 * @param maxDeletions how many files one run may delete; it ends there
 * @param reportFolder where reports are written; made if it is not there
 * @param clock what tells the time
 */
record RetentionSettings(
    String provider,
    Policy policy,
    boolean dryRun,
    int maxDeletions,
    Path reportFolder,
    Clock clock) {}
