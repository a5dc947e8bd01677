// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ArkClient;
import io.github.camelark.dialect.Dialect;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations of a resource by name. A new operation is a value of {@link ApiOperation}, a class
 * beside this one, and a line here.
 */
public final class Operations {

  private Operations() {}

  /** The operations that a resource has at this provider. */
  public static Map<String, Operation> of(
      String resource, ArkClient client, CallOptions defaults, Dialect dialect) {
    MessageOptions options = new MessageOptions(defaults, dialect);
    Map<ApiOperation, Operation> all =
        Map.of(
            ApiOperation.RETRIEVE_FILE, new RetrieveFile(client, options),
            ApiOperation.LIST_FILES, new ListFiles(client, options, defaults),
            ApiOperation.DELETE_FILE, new DeleteFile(client, options),
            ApiOperation.DELETE_RESPONSE, new DeleteResponse(client, options));
    Map<String, Operation> operations = new LinkedHashMap<>();
    ofResource(resource, dialect)
        .forEach(
            known ->
                operations.put(
                    known.operation(), Objects.requireNonNull(all.get(known), known.name())));
    return operations;
  }

  /** The names of a resource's operations, for messages. */
  public static String names(String resource, Dialect dialect) {
    return ofResource(resource, dialect)
        .map(ApiOperation::operation)
        .collect(Collectors.joining(" or "));
  }

  /** Whether a resource has an operation of that name at this provider. */
  public static boolean has(String resource, String operation, Dialect dialect) {
    return ofResource(resource, dialect).anyMatch(known -> known.operation().equals(operation));
  }

  /** The names of all resources, for messages. */
  public static String resources() {
    return Arrays.stream(ApiOperation.values())
        .map(ApiOperation::resource)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Stream<ApiOperation> ofResource(String resource, Dialect dialect) {
    return Arrays.stream(ApiOperation.values())
        .filter(known -> known.resource().equals(resource))
        .filter(dialect.operations()::contains);
  }
}
