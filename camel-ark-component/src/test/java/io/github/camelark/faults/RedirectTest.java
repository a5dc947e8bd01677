// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Behaviour.answers;
import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that sends its clients to another, which must never see the key. */
class RedirectTest extends FaultTestSupport {

  private static ScriptedServer other;

  @BeforeAll
  static void startOther() throws Exception {
    other = ScriptedServer.start(ScriptedReply.of(200, "{}"));
  }

  @AfterAll
  static void stopOther() throws Exception {
    other.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("redirects")
  void isNotFollowed(Fault fault, Subject subject) throws Exception {
    play(fault, subject);

    assertThat(other.connections()).as("connections to the other server").isZero();
  }

  static Stream<Object[]> redirects() {
    return Fault.withEverySubject(
        Stream.of(301, 302, 303, 307, 308)
            .flatMap(
                status ->
                    Stream.of(
                        redirect(status, other.baseUrl() + "/files"),
                        redirect(
                            status, other.baseUrl().replace("127.0.0.1", "localhost") + "/files"),
                        redirect(status, other.baseUrl().substring("http:".length()) + "/files"))));
  }

  private static Fault redirect(int status, String location) {
    return fault(
        status + " to " + location.replaceAll("\\d+/", "other/"),
        answers(status + " Elsewhere", "Location: " + location + "\r\n", ""),
        fails(ArkProtocolException.class)
            .withStatus(status)
            .saying("redirects are not followed: set baseUrl"));
  }
}
