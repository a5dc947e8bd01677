// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A provider is data of this package: no code outside it uses one by name. */
class DialectsTest {

  private static final Path SOURCES = Path.of("src/main/java/io/github/camelark");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\\n]*");
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "description\\s*=\\s*\"(?:[^\"\\\\]++|\\\\.)*+\"(?:\\s*\\+\\s*\"[^\"]*+\")*+");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");

  /** The name of the component is also that of its first provider. */
  private static final Pattern SCHEME = Pattern.compile("@Component\\(\"ark\"\\)|scheme = \"ark\"");

  @Test
  void namesAreTheOptionsValuesAndTheFirstIsTheDefault() {
    assertThat(Dialects.NAMES)
        .isEqualTo(Dialects.all().stream().map(Dialect::name).collect(joining(",")));
    assertThat(Dialects.DEFAULT).isEqualTo(Dialects.all().get(0).name());
  }

  @Test
  void noNameOfAProviderIsWrittenOutsideOfThePackage() throws IOException {
    assertThat(namesOfProviders("")).isEmpty();
  }

  @Test
  void namesOfProvidersAreFoundWhereTheyAre() throws IOException {
    assertThat(namesOfProviders("dialect")).contains("\"ark\"", "\"azure\"", "\"openai\"");
  }

  /** In the texts of the code, without its comments and the descriptions for users. */
  private static List<String> namesOfProviders(String folder) throws IOException {
    Pattern name =
        Pattern.compile(
            "\"ark\"|" + Dialects.all().stream().skip(1).map(Dialect::name).collect(joining("|")));
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (folder.isEmpty() && file.startsWith(SOURCES.resolve("dialect"))) {
          continue;
        }
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        code = DESCRIPTION.matcher(SCHEME.matcher(code).replaceAll("")).replaceAll("");
        TEXT.matcher(code)
            .results()
            .map(MatchResult::group)
            .filter(text -> name.matcher(text.toLowerCase(Locale.ROOT)).find())
            .forEach(found::add);
      }
    }
    return found;
  }
}
