// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import org.apache.camel.spi.Metadata;

/** The headers of {@code ark:} endpoints. None is ever sent to the API. */
public final class ArkConstants {

  @Metadata(
      label = "producer",
      description =
          "The operation, if the URI has none, for example retrieve. A different one is refused:"
              + " a message cannot turn a retrieve into a delete.",
      javaType = "String")
  public static final String OPERATION = "CamelArkOperation";

  @Metadata(
      description =
          "The id of the file. Read by retrieve and delete, before the option fileId and the body;"
              + " if they name different files nothing is sent. Set by retrieve, delete and the"
              + " consumer,"
              + " removed by list.",
      javaType = "String")
  public static final String FILE_ID = "CamelArkFileId";

  @Metadata(
      label = "producer",
      description =
          "The id of the model response. Read by ark:responses before the option responseId and the"
              + " body, and set by it.",
      javaType = "String")
  public static final String RESPONSE_ID = "CamelArkResponseId";

  @Metadata(
      label = "producer",
      description =
          "The status of the model response as the API returns it, for example completed.",
      javaType = "String")
  public static final String RESPONSE_STATUS = "CamelArkResponseStatus";

  @Metadata(
      label = "producer",
      description = "How many tokens the question had, if the API returns it.",
      javaType = "Long")
  public static final String INPUT_TOKENS = "CamelArkInputTokens";

  @Metadata(
      label = "producer",
      description =
          "How many tokens the model generated, its reasoning included, if the API returns it.",
      javaType = "Long")
  public static final String OUTPUT_TOKENS = "CamelArkOutputTokens";

  @Metadata(
      label = "producer",
      description = "List only files of this purpose, for example user_data.",
      javaType = "String")
  public static final String PURPOSE = "CamelArkPurpose";

  @Metadata(
      label = "producer",
      description = "List by time of creation: asc or desc. Refused on azure, which has no order.",
      javaType = "String")
  public static final String ORDER = "CamelArkOrder";

  @Metadata(
      label = "producer",
      description =
          "How many files one page of a list may hold: 1 to 100 on ark, 1 to 10000 on openai."
              + " Refused on azure, which returns whole lists.",
      javaType = "Integer")
  public static final String LIMIT = "CamelArkLimit";

  @Metadata(
      label = "producer",
      description =
          "List the files after the one with this id, usually the CamelArkLastId of the page before."
              + " Refused on azure, which returns whole lists.",
      javaType = "String")
  public static final String AFTER = "CamelArkAfter";

  @Metadata(
      description =
          "The name of the file verbatim, as given at upload. CamelFileName is its last path segment"
              + " without control characters.",
      javaType = "String")
  public static final String FILE_NAME = "CamelArkFileName";

  @Metadata(
      description = "The status of the file as the API returns it, for example active.",
      javaType = "String")
  public static final String FILE_STATUS = "CamelArkFileStatus";

  @Metadata(
      description = "The purpose of the file as the API returns it, for example user_data.",
      javaType = "String")
  public static final String FILE_PURPOSE = "CamelArkFilePurpose";

  @Metadata(
      description = "The size of the file in bytes, also in CamelFileLength.",
      javaType = "Long")
  public static final String FILE_BYTES = "CamelArkFileBytes";

  @Metadata(description = "The media type of the file, if the API returns it.", javaType = "String")
  public static final String FILE_MIME_TYPE = "CamelArkFileMimeType";

  @Metadata(
      description =
          "When the file was created, in milliseconds since 1970, also in CamelMessageTimestamp.",
      javaType = "Long")
  public static final String FILE_CREATED_AT = "CamelArkFileCreatedAt";

  @Metadata(
      description = "When the service deletes the file by itself, in milliseconds since 1970.",
      javaType = "Long")
  public static final String FILE_EXPIRE_AT = "CamelArkFileExpireAt";

  @Metadata(
      label = "producer",
      description = "The id of the first file of the page, with paging=page.",
      javaType = "String")
  public static final String FIRST_ID = "CamelArkFirstId";

  @Metadata(
      label = "producer",
      description =
          "The id of the last file of the page, with paging=page: the cursor of the next page.",
      javaType = "String")
  public static final String LAST_ID = "CamelArkLastId";

  @Metadata(
      label = "producer",
      description = "Whether another page follows, with paging=page.",
      javaType = "Boolean")
  public static final String HAS_MORE = "CamelArkHasMore";

  @Metadata(
      label = "producer",
      description =
          "After a delete: whether the resource is gone now, true unless the service refused.",
      javaType = "Boolean")
  public static final String DELETED = "CamelArkDeleted";

  @Metadata(
      label = "producer",
      description =
          "After a delete: DELETED, ALREADY_GONE (it no longer existed) or NOT_DELETED (the service"
              + " refused, it still exists).",
      javaType = "String")
  public static final String DELETION_OUTCOME = "CamelArkDeletionOutcome";

  @Metadata(
      description =
          "The id of the request to quote to the service's support: the server's own (x-request-id"
              + " or apim-request-id), else the X-Client-Request-Id that was sent. With paging=all"
              + " and stream that of the last request made so far.",
      javaType = "String")
  public static final String REQUEST_ID = "CamelArkRequestId";

  private ArkConstants() {}
}
