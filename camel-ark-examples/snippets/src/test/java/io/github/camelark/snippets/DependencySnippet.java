// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a document says to copy into a POM.
 *
 * @param managed the BOMs that it imports
 */
record DependencySnippet(String managed, List<String> dependencies) {

  private static final Pattern SNIPPET =
      Pattern.compile(
          "(?s)```xml\n<dependencyManagement>\\s*<dependencies>(.*?)</dependencies>\\s*"
              + "</dependencyManagement>\n<dependencies>(.*?)</dependencies>\n```");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?</dependency>");

  static DependencySnippet of(String page) {
    MatchResult snippet =
        SNIPPET
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("shows no dependencies: " + page));
    return new DependencySnippet(
        snippet.group(1),
        DEPENDENCY.matcher(snippet.group(2)).results().map(MatchResult::group).toList());
  }
}
