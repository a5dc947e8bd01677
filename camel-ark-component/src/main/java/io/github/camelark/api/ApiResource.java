// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

/** What the API keeps: the resource of an {@code ark:} URI. */
public enum ApiResource {
  /** Files. */
  FILES("files", "file", "fileId", 512),
  /** The responses of models. LiteLLM packs what it must know of a response into its id. */
  RESPONSES("responses", "response", "responseId", 4_096);

  private final String path;
  private final String object;
  private final String idOption;
  private final int maxIdCharacters;

  ApiResource(String path, String object, String idOption, int maxIdCharacters) {
    this.path = path;
    this.object = object;
    this.idOption = idOption;
    this.maxIdCharacters = maxIdCharacters;
  }

  /** Its name in a URI and in the paths of the API, for example {@code files}. */
  public String path() {
    return path;
  }

  /** What the API calls one of them, for example {@code file}. */
  public String object() {
    return object;
  }

  /** The option that names one of them, for example {@code fileId}. */
  public String idOption() {
    return idOption;
  }

  /** Longer than any of their ids, and short enough for a request line. */
  public int maxIdCharacters() {
    return maxIdCharacters;
  }

  /** For messages, for example {@code files}. */
  @Override
  public String toString() {
    return path;
  }
}
