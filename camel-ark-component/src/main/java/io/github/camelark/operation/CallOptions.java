// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkPaging;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of an endpoint do unless a message says otherwise.
 *
 * @param fileId the file to act on; null if messages name it
 * @param responseId the model response to act on; null if messages name it
 * @param after list what comes after this file; null to begin at the start
 * @param purpose list only files of this purpose; null for all
 * @param order {@code asc} or {@code desc}; null for the API's own
 * @param limit how many files a page holds; null for the API's own
 * @param paging what a list becomes
 * @param maxResults the most files that a list gives; 0 for all
 * @param ignoreMissing whether deleting something that is not there is a success
 */
public record CallOptions(
    @Nullable String fileId,
    @Nullable String responseId,
    @Nullable String after,
    @Nullable String purpose,
    @Nullable String order,
    @Nullable Integer limit,
    ArkPaging paging,
    long maxResults,
    boolean ignoreMissing) {}
