// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.RoutesBuilder;

/** The examples of the README, and those in Java compiled. */
final class ReadmeExamples {

  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w+)\\n(.*?)\\n```");

  private static final String IMPORTS =
      """
      import static org.assertj.core.api.Assertions.assertThat;

      import io.github.camelark.*;
      import io.github.camelark.error.*;
      import io.github.camelark.test.*;
      import org.apache.camel.*;
      import org.apache.camel.builder.*;
      import org.apache.camel.impl.*;
      import org.junit.jupiter.api.*;
      import org.junit.jupiter.api.extension.*;
      """;

  private ReadmeExamples() {}

  /** All in a language, in their order. */
  static List<String> in(String language) throws IOException {
    return FENCED
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The only one in Java that contains a text. */
  static String javaWith(String text) throws IOException {
    List<String> found = in("java").stream().filter(example -> example.contains(text)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " examples contain " + text);
    }
    return found.get(0);
  }

  /** Returns what the compiler has to say; empty if it is content. */
  static String compile(String example, Path classes) {
    String source =
        isClass(example)
            ? example
            : "public class Example extends RouteBuilder { public void configure() {\n"
                + example
                + "\n}}";
    StringWriter problems = new StringWriter();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            problems,
            null,
            null,
            List.of(
                "-proc:none",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path")),
            null,
            List.of(sourceFile(className(example), IMPORTS + source)))
        .call();
    return problems.toString();
  }

  /** Compiles an example and returns what loads it. */
  static URLClassLoader load(String example, Path classes) throws IOException {
    String problems = compile(example, classes);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems);
    }
    return new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  /** The routes of an example that was compiled. */
  static RoutesBuilder routes(String example, ClassLoader loader) throws Exception {
    return (RoutesBuilder) loader.loadClass(className(example)).getConstructor().newInstance();
  }

  private static boolean isClass(String example) {
    return example.startsWith("class") || example.startsWith("public class");
  }

  private static String className(String example) {
    return isClass(example) ? example.replaceFirst("(?s).*?class (\\w+).*", "$1") : "Example";
  }

  private static JavaFileObject sourceFile(String className, String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
