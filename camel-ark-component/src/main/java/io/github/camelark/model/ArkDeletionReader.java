// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a deletion while its JSON is being read. One instance per deletion, used by one
 * thread.
 */
final class ArkDeletionReader {

  @Nullable String id;
  @Nullable String object;

  private @Nullable Boolean deleted;
  private boolean alreadyGone;
  private boolean error;
  private boolean oddId;
  private boolean other;
  private boolean message;

  void readObject(JsonParser parser) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "id" -> readId(parser);
        case "object" -> object = JsonText.readText(parser);
        case "deleted" -> readDeleted(parser);
        case "outcome" ->
            alreadyGone = ArkDeletion.Outcome.ALREADY_GONE.name().equals(JsonText.readText(parser));
        case "error" -> error |= isError(parser);
        case "ResponseMetadata" -> error |= hasError(parser);
        case "message" -> message |= isSomething(parser);
        default -> {
          other = true;
          parser.skipChildren();
        }
      }
    }
  }

  private void readDeleted(JsonParser parser) throws IOException {
    Boolean read = JsonText.readBoolean(parser);
    if (read != null && deleted != null && !read.equals(deleted)) {
      throw JsonText.mismatch(parser, "it says both that it was deleted and that it was not");
    }
    deleted = read == null ? deleted : read;
  }

  /** A blank id is as good as none; one that is no text, or two that differ, cannot be right. */
  private void readId(JsonParser parser) throws IOException {
    boolean scalar = !parser.currentToken().isStructStart();
    String text = JsonText.readText(parser);
    String read = text == null || text.isBlank() ? null : text;
    oddId |= !scalar || (id != null && !id.equals(read));
    id = read;
  }

  /** A gateway may answer an error with status 200; it must not pass for a deletion. */
  boolean speaksOfError() {
    return error || oddId || (deleted == null && (message || (id == null && other)));
  }

  /** A success that does not repeat {@code "deleted":true} is one all the same. */
  ArkDeletion.Outcome outcome() {
    if (Boolean.FALSE.equals(deleted)) {
      return ArkDeletion.Outcome.NOT_DELETED;
    }
    return alreadyGone ? ArkDeletion.Outcome.ALREADY_GONE : ArkDeletion.Outcome.DELETED;
  }

  /** Some servers say that there is no error: null, false, nothing, or an empty object. */
  private static boolean isError(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      return JsonText.skipSaysSomething(parser);
    }
    return token == JsonToken.VALUE_STRING
        ? !parser.getText().isBlank()
        : token != JsonToken.VALUE_NULL && token != JsonToken.VALUE_FALSE;
  }

  private static boolean isSomething(JsonParser parser) throws IOException {
    boolean something = parser.currentToken() != JsonToken.VALUE_NULL;
    parser.skipChildren();
    return something;
  }

  private static boolean hasError(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return false;
    }
    boolean found = false;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      found |= "Error".equals(name) && isSomething(parser);
      parser.skipChildren();
    }
    return found;
  }
}
