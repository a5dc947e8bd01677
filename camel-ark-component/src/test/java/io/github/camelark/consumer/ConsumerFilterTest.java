// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerFilterTest extends ConsumerTestSupport {

  private static void addOnePerStatus() {
    for (String status : List.of("processing", "active", "failed", "unheard-of")) {
      add(SimulatedFile.named(status).withId(status).withStatus(status));
    }
  }

  @ParameterizedTest(name = "status={0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "active          | active",
        "active,failed   | active,failed",
        "active , failed | active,failed",
        "failed          | failed",
        "unheard-of      | unheard-of",
        "''              | processing,active,failed,unheard-of"
      })
  void onlyFilesOfTheWantedStatusesCome(String status, String expected) throws Exception {
    addOnePerStatus();
    consume(status.isEmpty() ? "" : "status=RAW(" + status + ")");

    poll();

    assertThat(emitted).containsExactlyInAnyOrder(expected.split(","));
  }

  @Test
  void fileThatReachesTheWantedStatusComes() throws Exception {
    addOnePerStatus();
    consume("status=active");
    poll();

    simulator().setStatus(SimulatedProvider.ARK, "processing", "active");

    assertThat(polled()).containsExactly("processing");
  }

  @Test
  void onlyFilesOfThePurposeAreRequested() throws Exception {
    addFiles(2);
    String agent = add(SimulatedFile.named("a").withPurpose("agent"));
    consume("purpose=agent");

    assertThat(polled()).containsExactly(agent);
    assertThat(lists()).allMatch(query -> query.contains("purpose=agent"));
  }

  @Test
  void fileComesWhenItIsOldEnough() throws Exception {
    String id = addFiles(1, 0).get(0);
    consume("olderThan=3d");
    CLOCK.advance(Duration.ofDays(3));
    assertThat(polled()).isEmpty();

    CLOCK.advance(Duration.ofSeconds(1));

    assertThat(polled()).containsExactly(id);
  }

  @Test
  void fileComesWhenItIsAboutToExpire() throws Exception {
    String id =
        add(SimulatedFile.named("a").withExpireAt(CLOCK.instant().plus(Duration.ofDays(2))));
    consume("expiringWithin=24h");
    CLOCK.advance(Duration.ofDays(1));
    assertThat(polled()).isEmpty();

    CLOCK.advance(Duration.ofSeconds(1));

    assertThat(polled()).containsExactly(id);
  }

  @Test
  void fileThatNeverExpiresDoesNotComeForItsExpiry() throws Exception {
    simulator().addFiles(SimulatedProvider.OPENAI, 2);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(SimulatedProvider.OPENAI, "startScheduler=false&expiringWithin=9999d"))
                .routeId("consumer")
                .process(ConsumerFilterTest.this::note);
          }
        });

    assertThat(polled()).isEmpty();
  }

  @Test
  void javaPredicateFilters() throws Exception {
    addFiles(3);
    Predicate<ArkFile> filter = file -> file.id().endsWith("2");
    context.getRegistry().bind("mine", filter);
    consume("filter=#mine");

    assertThat(polled()).containsExactly("file-0002");
  }

  @Test
  void camelPredicateFilters() throws Exception {
    addFiles(3);
    context.getRegistry().bind("mine", new SecondFile());
    consume("filter=#mine");

    assertThat(polled()).containsExactly("file-0002");
  }

  @Test
  void simpleExpressionFilters() throws Exception {
    addFiles(3);
    consume(
        "filterFile=RAW(${body.filename} ends with '2.pdf' || ${file:name} == 'file-0003.pdf')");

    assertThat(polled()).containsExactly("file-0002", "file-0003");
  }

  @Test
  void bothFiltersMustAgree() throws Exception {
    addFiles(3);
    context.getRegistry().bind("mine", (Predicate<ArkFile>) file -> !file.id().endsWith("1"));
    consume("filter=#mine&filterFile=RAW(${body.id} != 'file-0003')");

    assertThat(polled()).containsExactly("file-0002");
  }

  @Test
  void filterThatFailsIsReportedAndKeepsNoClaim() throws Exception {
    addFiles(3);
    Predicate<ArkFile> filter =
        file -> {
          if (file.id().endsWith("3")) {
            throw new IllegalStateException("cannot say");
          }
          return true;
        };
    context.getRegistry().bind("mine", filter);
    consume("filter=#mine&inProgressRepository=#claims");

    poll();

    assertThat(reported).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(claims.getCacheSize()).isZero();
  }

  private static final class SecondFile implements org.apache.camel.Predicate {

    @Override
    public boolean matches(Exchange exchange) {
      return "file-0002".equals(exchange.getMessage().getHeader(ArkConstants.FILE_ID));
    }
  }
}
