// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.operation.OptionRules;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * List, retrieve and delete files, and delete model responses, with Volcengine Ark, Azure OpenAI or
 * OpenAI.
 */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "ark",
    title = "Volcengine Ark",
    syntax = "ark:resource",
    category = {Category.AI, Category.CLOUD},
    producerOnly = true,
    headersClass = ArkConstants.class)
public class ArkEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

  @UriPath(
      enums = "files,responses",
      description = "What is acted upon: files, or the responses of models.")
  @Metadata(required = true)
  private final String resource;

  @UriParam private ArkConfiguration configuration;

  private Dialect dialect;
  private ServiceAddress address;
  private ArkConnection connection;

  /** Routes that name the same URI have a producer each, and one health check in common. */
  private final Set<ArkProducer> producers = new HashSet<>();

  private ArkHealthCheck healthCheck;

  public ArkEndpoint(
      String uri, ArkComponent component, String resource, ArkConfiguration configuration) {
    super(uri, component);
    this.resource = resource;
    this.configuration = configuration;
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    dialect = Dialects.named(configuration.getProvider());
    address = ServiceAddress.of(configuration, dialect);
    ArkOptionCheck.check(resource, configuration, new OptionRules(dialect), dialect, address);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    connection = ArkConnection.open(this, dialect, address);
  }

  @Override
  protected void doStop() throws Exception {
    if (connection != null) {
      connection.close();
      connection = null;
    }
    super.doStop();
  }

  @Override
  public Producer createProducer() throws Exception {
    return new ArkProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    // not the URI itself, which holds the key
    throw new UnsupportedOperationException("Cannot consume from " + this);
  }

  /** The address of the API, which never holds a key; null before the endpoint is initialized. */
  @Override
  public String getServiceUrl() {
    return address == null ? null : address.toString();
  }

  @Override
  public String getServiceProtocol() {
    return "http";
  }

  @Override
  public Map<String, String> getServiceMetadata() {
    return Map.of("provider", configuration.getProvider(), "resource", resource);
  }

  @Override
  public ArkComponent getComponent() {
    return (ArkComponent) super.getComponent();
  }

  public String getResource() {
    return resource;
  }

  public ArkConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(ArkConfiguration configuration) {
    this.configuration = configuration;
  }

  Dialect dialect() {
    return dialect;
  }

  ArkConnection connection() {
    return connection;
  }

  synchronized void started(ArkProducer producer) {
    if (producers.add(producer) && healthCheck == null) {
      healthCheck = ArkHealthCheck.register(this);
    }
  }

  synchronized void stopped(ArkProducer producer) {
    producers.remove(producer);
    if (producers.isEmpty() && healthCheck != null) {
      healthCheck.unregister();
      healthCheck = null;
    }
  }
}
