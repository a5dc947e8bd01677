// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ArkClient;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.transport.Time;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The operations of a resource by name. A new operation by id is a row of {@link ApiOperation}, and
 * one of {@link OperationById} if it brings something new.
 */
public final class Operations {

  private Operations() {}

  /** The operations that an endpoint's resource has at its provider. */
  public static Map<String, Operation> of(ArkClient client, CallOptions defaults, Time time) {
    MessageOptions options = new MessageOptions(defaults);
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (ApiOperation known : ApiOperation.values()) {
      if (known.resource().path().equals(defaults.resource())
          && defaults.dialect().operations().contains(known)) {
        operations.put(
            known.operation(),
            known.isById()
                ? OperationById.of(known, client, options, defaults, time)
                : new ListFiles(client, options, defaults));
      }
    }
    return operations;
  }
}
