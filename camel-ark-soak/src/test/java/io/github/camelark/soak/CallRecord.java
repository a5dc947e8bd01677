// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server knows of one call.
 *
 * @param wasThere whether what was asked for was there before
 * @param isGone whether the server has deleted it
 * @param clientRequestIds what the requests called themselves
 * @param attempts the requests that reached the server
 */
record CallRecord(
    boolean wasThere, boolean isGone, Set<String> clientRequestIds, List<Attempt> attempts) {

  /** Of a call of which nothing reached the server. */
  static CallRecord empty(boolean wasThere) {
    return new CallRecord(wasThere, false, Set.of(), List.of());
  }

  /** Whether what is asked for is there. */
  boolean found() {
    return wasThere && !isGone;
  }

  /** With a further attempt, which may have deleted what was asked for. */
  CallRecord with(Attempt attempt, String clientRequestId, boolean deleted) {
    Set<String> ids = new LinkedHashSet<>(clientRequestIds);
    ids.add(clientRequestId);
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new CallRecord(wasThere, isGone || deleted, ids, all);
  }
}
