// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.bodies;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFile;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code CamelFileName} is a name that {@code file:} can write without leaving its directory. */
class FileNameHeaderTest extends RouteTestSupport {

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("report.pdf", "report.pdf"),
        Arguments.of("reports/2025/report.pdf", "report.pdf"),
        Arguments.of("/etc/passwd", "passwd"),
        Arguments.of("../../../etc/cron.d/job", "job"),
        Arguments.of("C:\\Users\\me\\report.pdf", "report.pdf"),
        Arguments.of("..\\..\\boot.ini", "boot.ini"),
        Arguments.of("mixed\\and/parted.txt", "parted.txt"),
        Arguments.of("two\r\nlines.txt", "twolines.txt"),
        Arguments.of("bell\u0007and\u001b[31mred.txt", "belland[31mred.txt"),
        Arguments.of("next\u0085line.txt", "nextline.txt"),
        Arguments.of("a\u0000.txt", "a.txt"),
        Arguments.of("über ß 文件.txt", "über ß 文件.txt"),
        Arguments.of("..", null),
        Arguments.of(".", null),
        Arguments.of("a/..", null),
        Arguments.of(".\u0000.", null),
        Arguments.of("directory/", null),
        Arguments.of("", null));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("names")
  void isTheLastSegmentWithoutControlCharacters(String uploaded, String expected) {
    simulator().addFile(ARK, SimulatedFile.named(uploaded));

    Message answer =
        call(
            ark("files?operation=retrieve"),
            "file-0001",
            Map.of(Exchange.FILE_NAME, "of an earlier step"));

    assertThat(answer.getHeader(Exchange.FILE_NAME)).isEqualTo(expected);
    assertThat(answer.getHeader("CamelArkFileName")).isEqualTo(uploaded);
  }
}
