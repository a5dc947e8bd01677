// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiResource;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.settings.CallOptions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the ids of one resource come from. Immutable.
 *
 * @param header the name of the message's header
 * @param option the value of the endpoint's option; null if it is not set
 */
record IdPlaces(ApiResource resource, String header, @Nullable String option) {

  static IdPlaces of(CallOptions defaults) {
    ApiResource resource =
        Arrays.stream(ApiResource.values())
            .filter(known -> known.path().equals(defaults.resource()))
            .findFirst()
            .orElseThrow();
    return switch (resource) {
      case FILES -> new IdPlaces(resource, ArkConstants.FILE_ID, defaults.fileId());
      case RESPONSES -> new IdPlaces(resource, ArkConstants.RESPONSE_ID, defaults.responseId());
    };
  }

  /** The id of a body that is such a thing itself; null for any other body. */
  @Nullable String idOf(@Nullable Object body) {
    return switch (resource) {
      case FILES -> body instanceof ArkFile file ? file.id() : null;
      case RESPONSES -> body instanceof ArkResponse response ? response.id() : null;
    };
  }

  int maxCharacters() {
    return resource.maxIdCharacters();
  }

  String headerName() {
    return "header " + header;
  }

  String optionName() {
    return resource.idOption();
  }

  /** For messages. */
  String all() {
    return headerName()
        + ", or option "
        + optionName()
        + ", or a body of type "
        + (resource == ApiResource.FILES ? "ArkFile" : "ArkResponse");
  }
}
