// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileQuery;
import java.time.Clock;
import java.time.Duration;

/**
 * What all scans of a consumer have in common.
 *
 * @param query what to list, in which order
 * @param hasPages whether the API gives lists in pages
 * @param keepsCursor whether it matters how far a scan has got
 * @param cursorLag how long a second must be over before the cursor may pass it
 * @param fullScanInterval how often a scan begins at the start in spite of a cursor; zero for never
 */
public record ScanSettings(
    ArkClient client,
    FileQuery query,
    boolean hasPages,
    boolean keepsCursor,
    Duration cursorLag,
    Duration fullScanInterval,
    Clock clock) {}
