// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConfiguration;
import io.github.camelark.client.ArkClient;
import io.github.camelark.dialect.ApiOperation;
import io.github.camelark.dialect.Dialect;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The operations of a resource by name. A new operation is a value of {@link ApiOperation}, a class
 * beside this one, and a line here.
 */
public final class Operations {

  private Operations() {}

  /** The operations that a resource has at this provider. */
  public static Map<String, Operation> of(
      String resource, ArkClient client, ArkConfiguration configuration, Dialect dialect) {
    MessageOptions options = new MessageOptions(configuration, dialect);
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (ApiOperation operation : ApiOperation.values()) {
      if (operation.resource().equals(resource) && dialect.operations().contains(operation)) {
        operations.put(
            operation.operation(), create(operation, client, configuration, dialect, options));
      }
    }
    return operations;
  }

  /** The names of a resource's operations, for messages. */
  public static String names(String resource, Dialect dialect) {
    return Arrays.stream(ApiOperation.values())
        .filter(operation -> operation.resource().equals(resource))
        .filter(dialect.operations()::contains)
        .map(ApiOperation::operation)
        .collect(Collectors.joining(" or "));
  }

  /** Whether a resource has an operation of that name at this provider. */
  public static boolean has(String resource, String operation, Dialect dialect) {
    return dialect.operations().stream()
        .anyMatch(
            known -> known.resource().equals(resource) && known.operation().equals(operation));
  }

  /** The names of all resources, for messages. */
  public static String resources() {
    return Arrays.stream(ApiOperation.values())
        .map(ApiOperation::resource)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Operation create(
      ApiOperation operation,
      ArkClient client,
      ArkConfiguration configuration,
      Dialect dialect,
      MessageOptions options) {
    return switch (operation) {
      case RETRIEVE_FILE -> new RetrieveFile(client, options);
      case LIST_FILES -> new ListFiles(client, options, configuration, dialect.hasPages());
      case DELETE_FILE -> new DeleteFile(client, options);
      case DELETE_RESPONSE -> new DeleteResponse(client, options);
    };
  }
}
