// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.Arrays;
import java.util.EnumSet;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.Filter;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.handler.ContextHandler;
import wiremock.org.eclipse.jetty.server.handler.HandlerCollection;
import wiremock.org.eclipse.jetty.servlet.FilterHolder;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.servlet.ServletHandler;
import wiremock.org.eclipse.jetty.servlet.ServletMapping;

/**
 * Makes WireMock's server without the pages below {@code /__admin}, through which any local program
 * could read and change what is simulated, and below {@code /__files}, which serves what lies in
 * {@code src/test/resources}. A request filter would leave the static pages open.
 */
final class StubsOnlyServerFactory implements HttpServerFactory {

  private static final String ADMIN = "/__admin";
  private static final String FILES = "/__files/*";

  private final Filter filter;

  /**
   * @param filter sees each request before WireMock does
   */
  StubsOnlyServerFactory(Filter filter) {
    this.filter = filter;
  }

  @Override
  public String getName() {
    return "stubs-only";
  }

  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new StubsOnlyServer(options, admin, stubs, filter);
  }

  private static final class StubsOnlyServer extends Jetty11HttpServer {

    private final Filter filter;

    StubsOnlyServer(
        Options options, AdminRequestHandler admin, StubRequestHandler stubs, Filter filter) {
      super(options, admin, stubs);
      this.filter = filter;
    }

    /** As late as this: the base class makes the other handlers in its constructor. */
    @Override
    public void start() {
      jettyServer
          .getContainedBeans(ServletContextHandler.class)
          .forEach(
              context ->
                  context.addFilter(
                      new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST)));
      // a request can be answered by its head
      httpConnector
          .getBean(HttpConnectionFactory.class)
          .getHttpConfiguration()
          .setDelayDispatchUntilContent(false);
      super.start();
    }

    @Override
    protected Handler createHandler(
        Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
      HandlerCollection all = (HandlerCollection) super.createHandler(options, admin, stubs);
      all.setHandlers(
          Arrays.stream(all.getHandlers())
              .filter(handler -> !isAdmin(handler))
              .toArray(Handler[]::new));
      return all;
    }

    @Override
    protected void decorateMockServiceContextAfterConfig(ServletContextHandler stubs) {
      ServletHandler servlets = stubs.getServletHandler();
      servlets.setServletMappings(
          Arrays.stream(servlets.getServletMappings())
              .filter(mapping -> !mapping.containsPathSpec(FILES))
              .toArray(ServletMapping[]::new));
    }

    private static boolean isAdmin(Handler handler) {
      return handler instanceof ContextHandler context && ADMIN.equals(context.getContextPath());
    }
  }
}
