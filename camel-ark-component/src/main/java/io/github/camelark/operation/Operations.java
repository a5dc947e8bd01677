// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ArkClient;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.time.Time;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The operations of a resource by name. A new operation by id is a row of {@link ApiOperation}, and
 * one of {@link OperationById} if it brings something new.
 */
public final class Operations {

  private Operations() {}

  /**
   * The operations that an endpoint's resource has at its provider.
   *
   * @param isFirst whether a warning is new
   */
  public static Map<String, Operation> of(
      ArkClient client, CallOptions defaults, Time time, Predicate<String> isFirst) {
    MessageOptions options = new MessageOptions(defaults);
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (ApiOperation known : ApiOperation.values()) {
      if (known.resource().path().equals(defaults.resource())
          && defaults.dialect().operations().contains(known)) {
        operations.put(
            known.operation(),
            switch (known) {
              case LIST_FILES -> new ListFiles(client, options, defaults);
              case UPLOAD_FILE -> new UploadFile(client, options, defaults, time, isFirst);
              case FILE_CONTENT -> new ReadContent(client, options);
              case CREATE_RESPONSE -> new CreateResponse(client);
              default -> OperationById.of(known, client, options, defaults, time);
            });
      }
    }
    return operations;
  }
}
