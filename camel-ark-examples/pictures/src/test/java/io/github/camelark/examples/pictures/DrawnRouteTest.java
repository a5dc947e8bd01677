// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class DrawnRouteTest {

  private final DefaultCamelContext context = new DefaultCamelContext();

  @TempDir private Path folder;

  @BeforeEach
  void addRoutes() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(IllegalStateException.class).handled(true).to("mock:dead");
            from("direct:a?block=false")
                .routeId("first")
                .split(body())
                .filter(simple("${body} < 'x' && ${body} > 'a'"))
                .to("mock:found?operation=delete&limit=3")
                .end()
                .process(exchange -> {})
                .end()
                .choice()
                .when(header("kind").isEqualTo("b"))
                .description("it is one of ours")
                .to("direct:b")
                .otherwise()
                .log("left out")
                .end();
            from("direct:b").routeId("second").to("mock:end");
            from("direct:c")
                .routeId("tries")
                .doTry()
                .to("mock:risky")
                .doCatch(IllegalStateException.class, IOException.class)
                .to("mock:some")
                .doCatch(Exception.class)
                .setBody(method("orders", "failed"))
                .end();
            from("direct:c")
                .routeId("tries")
                .doTry()
                .to("mock:risky")
                .doCatch(IllegalStateException.class, java.io.IOException.class)
                .to("mock:some")
                .doCatch(Exception.class)
                .setBody(method("orders", "failed"))
                .end();
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    context.close();
  }

  @Test
  void isXmlWhateverTheRouteSays() throws Exception {
    String svg = RoutePicture.svg(context, "a <picture> & \"more\"");

    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement()
                .getAttribute("aria-label"))
        .isEqualTo("a <picture> & \"more\"");
  }

  @Test
  void showsWhereMessagesComeFromAndGo() {
    assertThat(RoutePicture.svg(context, "t"))
        .contains(">from</tspan> direct:a<", ">to</tspan> mock:found delete<", "mock:dead");
  }

  @Test
  void showsADescriptionInPlaceOfAnExpression() {
    assertThat(RoutePicture.svg(context, "t"))
        .contains(">when</tspan> it is one of ours<")
        .doesNotContain("header{kind}");
  }

  @Test
  void namesCaughtExceptionsAsTheRouteDoes() {
    assertThat(RoutePicture.svg(context, "t", "tries"))
        .contains(">doCatch</tspan> IllegalStateException, IOException<")
        .contains(">doCatch</tspan> Exception<");
  }

  @Test
  void namesAMethodShortly() {
    assertThat(RoutePicture.svg(context, "t", "tries")).contains(">setBody</tspan> orders.failed<");
  }

  @Test
  void isTheSameEachTime() {
    assertThat(RoutePicture.svg(context, "t"))
        .isEqualTo(RoutePicture.svg(context, "t"))
        .doesNotContain("Lambda");
  }

  @Test
  void showsTheRequestedRoutes() {
    assertThat(RoutePicture.svg(context, "t", "second"))
        .contains("direct:b")
        .doesNotContain("split");
  }

  @Test
  void refusesAMissingRoute() {
    assertThatThrownBy(() -> RoutePicture.svg(context, "t", "third"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("third");
  }

  @Test
  void noticesAPictureThatShowsSomethingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("a.svg"), "<svg/>");

    assertThatThrownBy(() -> RoutePicture.check(file, "<svg>other</svg>"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("make pictures");
  }

  @Test
  void noticesAPictureThatIsMissing() {
    assertThatThrownBy(() -> RoutePicture.check(folder.resolve("no.svg"), "<svg/>"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void acceptsAPictureThatShowsTheRoute() throws Exception {
    Path file = Files.writeString(folder.resolve("a.svg"), RoutePicture.svg(context, "t"));

    RoutePicture.check(file, RoutePicture.svg(context, "t"));
  }
}
