// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ArkClient;
import io.github.camelark.settings.CallOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The operations of a resource by name. A new operation is a value of {@link ApiOperation}, a class
 * beside this one, and a line here.
 */
public final class Operations {

  private Operations() {}

  /** The operations that an endpoint's resource has at its provider. */
  public static Map<String, Operation> of(ArkClient client, CallOptions defaults) {
    MessageOptions options = new MessageOptions(defaults);
    Map<ApiOperation, Operation> all =
        Map.of(
            ApiOperation.RETRIEVE_FILE, new RetrieveFile(client, options),
            ApiOperation.LIST_FILES, new ListFiles(client, options, defaults),
            ApiOperation.DELETE_FILE, new DeleteFile(client, options),
            ApiOperation.DELETE_RESPONSE, new DeleteResponse(client, options));
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (ApiOperation known : ApiOperation.values()) {
      if (known.resource().equals(defaults.resource())
          && defaults.dialect().operations().contains(known)) {
        operations.put(known.operation(), Objects.requireNonNull(all.get(known), known.name()));
      }
    }
    return operations;
  }
}
