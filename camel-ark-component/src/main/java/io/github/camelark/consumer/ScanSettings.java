// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What all scans of a consumer have in common.
 *
 * @param query what to list, in which order
 * @param hasPages whether the API gives lists in pages
 * @param keepsCursor whether it matters how far a scan has got
 * @param cursorLag how long a second must be over before the cursor may pass it
 * @param fullScanInterval how often a scan begins at the start in spite of a cursor; zero for never
 * @param remembersDone whether what is done is remembered for longer than this process lives, so
 *     that a scan that begins at the start may look at files that the cursor has passed
 * @param nanos a time that nobody can set back, for what waits
 */
public record ScanSettings(
    ArkClient client,
    FileQuery query,
    boolean hasPages,
    boolean keepsCursor,
    Duration cursorLag,
    Duration fullScanInterval,
    boolean remembersDone,
    Clock clock,
    LongSupplier nanos) {}
