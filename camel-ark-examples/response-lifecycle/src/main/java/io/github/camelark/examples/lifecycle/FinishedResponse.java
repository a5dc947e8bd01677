// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import io.github.camelark.examples.deletion.DeletionRequest;
import io.github.camelark.examples.deletion.ResourceKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An event: a model response is finished, and these files were created for it alone.
 *
 * @param requestId names the event and its receipts
 * @param responseId the response to delete
 * @param fileIds the files to delete after it, in this order
 * @param requestedBy who says so, for the auditor
 */
record FinishedResponse(
    String requestId, String responseId, List<String> fileIds, String requestedBy) {

  private static final String REASON = "response finished";

  DeletionRequest responseRequest() {
    return new DeletionRequest(
        requestId + ".response", ResourceKind.RESPONSE, responseId, REASON, requestedBy);
  }

  /** The requests for the files; the same each time, so that what is done is known again. */
  List<DeletionRequest> fileRequests() {
    return IntStream.range(0, fileIds.size()).mapToObj(this::fileRequest).toList();
  }

  private DeletionRequest fileRequest(int number) {
    return new DeletionRequest(
        requestId + ".file-" + number, ResourceKind.FILE, fileIds.get(number), REASON, requestedBy);
  }
}
