// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.api.ApiResource;
import io.github.camelark.client.FileQuery;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.settings.OptionRules;
import io.github.camelark.text.RemoteText;
import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The options of one call: a header of the message before the option of the endpoint, and for an id
 * the body after both. What a message brings is not trusted. Thread-safe.
 */
final class MessageOptions {

  private final CallOptions defaults;
  private final OptionRules rules;
  private final IdPlaces ids;

  MessageOptions(CallOptions defaults) {
    this.defaults = defaults;
    this.rules = new OptionRules(defaults.dialect());
    this.ids = IdPlaces.of(defaults);
  }

  /** The header with the id of what an operation by id acts on. */
  String idHeader() {
    return ids.header();
  }

  /**
   * The id of what the message means.
   *
   * @throws ArkRequestException if there is none, it cannot be one, or header, option and body mean
   *     different things
   */
  String id(ApiOperation operation, Message message) {
    String header = text(operation, message, ids.header(), ids.maxCharacters());
    String option = ids.option();
    Object body = message.getBody();
    String inBody = ids.idOf(body);
    if (header == null && option == null) {
      return checked(operation, "the body", inBody == null ? bodyText(operation, body) : inBody);
    }
    if (inBody == null) {
      inBody = otherId(body);
    }
    String optionName = "option " + ids.optionName();
    requireSame(operation, ids.headerName(), header, optionName, option);
    requireSame(operation, ids.headerName(), header, "the body", inBody);
    requireSame(operation, optionName, option, "the body", inBody);
    return header != null
        ? checked(operation, ids.headerName(), header)
        : checked(operation, optionName, Objects.requireNonNull(option));
  }

  /**
   * The id that a text is although header or option name one: {@code setBody} after a {@code
   * retrieve} does not change the header that it left. Any other text is only a body.
   */
  private @Nullable String otherId(@Nullable Object body) {
    String text = PlainText.peek(body, ApiResource.RESPONSES.maxIdCharacters());
    return text != null && rules.looksLikeId(text.strip()) ? text.strip() : null;
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
      OptionRules.checkText("header " + ArkConstants.PURPOSE, purpose);
      rules.checkOrder("header " + ArkConstants.ORDER, order);
    } catch (IllegalArgumentException e) {
      throw refused(list, String.valueOf(e.getMessage()));
    }
    return new FileQuery(
        after == null ? defaults.after() : after,
        limit == null ? defaults.limit() : limit,
        purpose == null ? defaults.purpose() : purpose,
        order == null ? defaults.order() : order);
  }

  /**
   * What the message uploads.
   *
   * @throws ArkRequestException if its body is not the content of a file
   */
  UploadContent content(ApiOperation operation, Exchange exchange) {
    try {
      return UploadContent.of(exchange, exchange.getMessage().getBody());
    } catch (IllegalArgumentException e) {
      throw refused(operation, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw refused(operation, "the body cannot be read: " + RemoteText.excerpt(e.toString(), 200));
    }
  }

  /**
   * What an upload is to be called: the header CamelFileName, without folders, control characters
   * and quotes, which services and gateways treat differently.
   *
   * @param own what the content is called itself; null if it has no name
   * @throws ArkRequestException if there is none
   */
  String filename(ApiOperation operation, Message message, @Nullable String own) {
    String given = text(operation, message, Exchange.FILE_NAME);
    String plain = FileHeaders.plainName(given == null ? own : given);
    String name = plain == null ? "" : plain.replace("\"", "").strip();
    if (name.isEmpty()) {
      throw refused(operation, "no name for the file: set header " + Exchange.FILE_NAME);
    }
    try {
      OptionRules.checkText("header " + Exchange.FILE_NAME, name);
    } catch (IllegalArgumentException e) {
      throw refused(operation, String.valueOf(e.getMessage()));
    }
    return name;
  }

  /**
   * What an upload is for.
   *
   * @throws ArkRequestException if the provider needs one and there is none
   */
  String purpose(ApiOperation operation, Message message) {
    String given = text(operation, message, ArkConstants.PURPOSE);
    String purpose = given == null ? defaults.purpose() : given;
    if (purpose == null) {
      purpose = defaults.dialect().defaultPurpose();
    }
    if (purpose == null) {
      throw refused(
          operation,
          "provider %s needs a purpose, for example assistants: set option purpose or header %s"
              .formatted(defaults.dialect().name(), ArkConstants.PURPOSE));
    }
    try {
      OptionRules.checkText("header " + ArkConstants.PURPOSE, purpose);
    } catch (IllegalArgumentException e) {
      throw refused(operation, String.valueOf(e.getMessage()));
    }
    return purpose;
  }

  private String checked(ApiOperation operation, String where, String id) {
    try {
      OptionRules.checkId(where, id, ids.maxCharacters());
      return id;
    } catch (IllegalArgumentException e) {
      throw refused(operation, String.valueOf(e.getMessage()));
    }
  }

  private String bodyText(ApiOperation operation, @Nullable Object body) {
    String text = plainText(operation, "the body", body, ids.maxCharacters());
    if (text == null) {
      throw refused(operation, "no id: set " + ids.all() + ", or make the body the id as text");
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
    return text(operation, message, header, OptionRules.MAX_CHARACTERS);
  }

  private static @Nullable String text(
      ApiOperation operation, Message message, String header, int maxCharacters) {
    Object value = message.getHeader(header);
    String text = plainText(operation, "header " + header, value, maxCharacters);
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
      ApiOperation operation, String where, @Nullable Object value, int maxCharacters) {
    try {
      return PlainText.of(value, maxCharacters);
    } catch (IOException e) {
      throw refused(operation, where + " cannot be read as text in UTF-8: " + e.getMessage());
    } catch (RuntimeException e) {
      // whatever a message brings is no reason to fail in another way
      throw refused(operation, where + " cannot be read: " + e.getClass().getName());
    }
  }

  private static ArkRequestException refused(ApiOperation operation, String message) {
    return new ArkRequestException(
        ApiFailure.of(operation.toString(), null, null, message), "nothing was sent");
  }
}
