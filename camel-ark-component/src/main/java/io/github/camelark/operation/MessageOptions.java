// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.FileQuery;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.RemoteText;
import java.io.IOException;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The options of one call: a header of the message before the option of the endpoint, and for an id
 * the body after both. What a message brings is not trusted. Thread-safe.
 */
final class MessageOptions {

  private static final String FILE_ID_PLACES =
      "header " + ArkConstants.FILE_ID + ", or option fileId, or a body of type ArkFile";
  private static final String RESPONSE_ID_PLACES =
      "header " + ArkConstants.RESPONSE_ID + ", or option responseId";

  private final ArkConfiguration configuration;
  private final OptionRules rules;

  MessageOptions(ArkConfiguration configuration, Dialect dialect) {
    this.configuration = configuration;
    this.rules = new OptionRules(dialect);
  }

  boolean ignoreMissing() {
    return configuration.isIgnoreMissing();
  }

  /**
   * The id of the file that the message means.
   *
   * @throws ArkRequestException if there is none, it cannot be one, or header, option and body mean
   *     different files
   */
  String fileId(ApiOperation operation, Message message) {
    String header = text(operation, message, ArkConstants.FILE_ID);
    String option = configuration.getFileId();
    String inBody = message.getBody() instanceof ArkFile file ? file.id() : null;
    requireSame(operation, "header " + ArkConstants.FILE_ID, header, "option fileId", option);
    requireSame(operation, "header " + ArkConstants.FILE_ID, header, "the body", inBody);
    requireSame(operation, "option fileId", option, "the body", inBody);
    if (header != null) {
      return checked(operation, "header " + ArkConstants.FILE_ID, header);
    }
    if (option != null) {
      return checked(operation, "option fileId", option);
    }
    return checked(
        operation,
        "the body",
        inBody == null ? bodyText(operation, message, FILE_ID_PLACES) : inBody);
  }

  /**
   * The id of the model response that the message means.
   *
   * @throws ArkRequestException if there is none, it cannot be one, or header and option mean
   *     different ones
   */
  String responseId(ApiOperation operation, Message message) {
    String name = "header " + ArkConstants.RESPONSE_ID;
    String header = text(operation, message, ArkConstants.RESPONSE_ID);
    String option = configuration.getResponseId();
    requireSame(operation, name, header, "option responseId", option);
    if (header != null) {
      return checked(operation, name, header);
    }
    return option != null
        ? checked(operation, "option responseId", option)
        : checked(operation, "the body", bodyText(operation, message, RESPONSE_ID_PLACES));
  }

  /**
   * Which files the message wants listed.
   *
   * @throws ArkRequestException if a header is out of its range, or the provider has no such option
   */
  FileQuery query(Message message) {
    ApiOperation list = ApiOperation.LIST_FILES;
    String after = text(list, message, ArkConstants.AFTER);
    Integer limit = number(list, message, ArkConstants.LIMIT);
    String purpose = text(list, message, ArkConstants.PURPOSE);
    String order = text(list, message, ArkConstants.ORDER);
    try {
      rules.checkAfter("header " + ArkConstants.AFTER, after);
      rules.checkLimit("header " + ArkConstants.LIMIT, limit);
      rules.checkText("header " + ArkConstants.PURPOSE, purpose);
      rules.checkOrder("header " + ArkConstants.ORDER, order);
    } catch (IllegalArgumentException e) {
      throw refused(list, String.valueOf(e.getMessage()));
    }
    return new FileQuery(
        after == null ? configuration.getAfter() : after,
        limit == null ? configuration.getLimit() : limit,
        purpose == null ? configuration.getPurpose() : purpose,
        order == null ? configuration.getOrder() : order);
  }

  private String checked(ApiOperation operation, String where, String id) {
    try {
      rules.checkId(where, id);
      return id;
    } catch (IllegalArgumentException e) {
      throw refused(operation, String.valueOf(e.getMessage()));
    }
  }

  private static String bodyText(ApiOperation operation, Message message, String alternatives) {
    String text = plainText(operation, "the body", message.getBody());
    if (text == null) {
      throw refused(operation, "no id: set " + alternatives + ", or make the body the id as text");
    }
    return text;
  }

  private static void requireSame(
      ApiOperation operation,
      String oneName,
      @Nullable String one,
      String otherName,
      @Nullable String other) {
    if (one != null && other != null && !one.equals(other)) {
      throw refused(
          operation,
          "%s names '%s', but %s names '%s': nothing was sent, remove one of them"
              .formatted(
                  oneName,
                  RemoteText.excerpt(one, 100),
                  otherName,
                  RemoteText.excerpt(other, 100)));
    }
  }

  private static @Nullable String text(ApiOperation operation, Message message, String header) {
    Object value = message.getHeader(header);
    String text = plainText(operation, "header " + header, value);
    if (value != null && text == null) {
      throw refused(
          operation,
          "header %s must be text, but is of type %s"
              .formatted(header, value.getClass().getName()));
    }
    return text;
  }

  private static @Nullable Integer number(ApiOperation operation, Message message, String header) {
    String text = text(operation, message, header);
    try {
      return text == null ? null : Integer.valueOf(text.trim());
    } catch (NumberFormatException e) {
      throw refused(
          operation,
          "header %s must be a whole number, but is '%s'"
              .formatted(header, RemoteText.excerpt(text, 100)));
    }
  }

  private static @Nullable String plainText(
      ApiOperation operation, String where, @Nullable Object value) {
    try {
      return PlainText.of(value);
    } catch (IOException e) {
      throw refused(operation, where + " cannot be read as text in UTF-8: " + e.getMessage());
    } catch (RuntimeException e) {
      // whatever a message brings is no reason to fail in another way
      throw refused(operation, where + " cannot be read: " + e.getClass().getName());
    }
  }

  private static ArkRequestException refused(ApiOperation operation, String message) {
    return new ArkRequestException(
        ArkFailure.of(operation.toString(), null, null, message), "nothing was sent");
  }
}
