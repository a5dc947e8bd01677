// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.consumer.FilePolling;
import io.github.camelark.consumer.MemoryClaims;
import io.github.camelark.consumer.SeenFiles;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.operation.OptionRules;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Consume, list, retrieve and delete files, and delete model responses, with Volcengine Ark, Azure
 * OpenAI or OpenAI.
 */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "ark",
    title = "Volcengine Ark",
    syntax = "ark:resource",
    category = {Category.AI, Category.CLOUD},
    headersClass = ArkConstants.class)
public class ArkEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {

  private static final long DEFAULT_DELAY_MILLISECONDS = 10_000;

  /** Camel's default of 1,000 would let older files of a larger account come again. */
  private static final int REMEMBERED_FILES = 1_000_000;

  @UriPath(
      enums = "files,responses",
      description = "What is acted upon: files, or the responses of models.")
  @Metadata(required = true)
  private final String resource;

  @UriParam private ArkConfiguration configuration;

  // Camel's default of 500 ms is too often for an API with a published limit of requests.
  @UriParam(
      label = "consumer,scheduler",
      defaultValue = "" + DEFAULT_DELAY_MILLISECONDS,
      javaType = "java.time.Duration",
      description =
          "The time between two polls, and the least time before a file that failed comes again.")
  private long delay = DEFAULT_DELAY_MILLISECONDS;

  private IdempotentRepository inProgressRepository;
  private IdempotentRepository idempotentRepository;
  private SeenFiles seenFiles;
  private Dialect dialect;
  private ServiceAddress address;
  private ArkConnection connection;

  public ArkEndpoint(
      String uri, ArkComponent component, String resource, ArkConfiguration configuration) {
    super(uri, component);
    this.resource = resource;
    this.configuration = configuration;
    setDelay(DEFAULT_DELAY_MILLISECONDS);
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
    stopRepositories();
    super.doStop();
  }

  private synchronized void stopRepositories() {
    ServiceHelper.stopService(idempotentRepository, inProgressRepository);
    seenFiles = null;
  }

  @Override
  public Producer createProducer() throws Exception {
    return new ArkProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    ArkConsumerCheck.check(this);
    ArkConsumer consumer = new ArkConsumer(this, processor);
    configureConsumer(consumer);
    consumer.setMaxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
    return consumer;
  }

  @Override
  public PollingConsumer createPollingConsumer() throws Exception {
    ArkConsumerCheck.check(this);
    ArkPollingConsumer consumer = new ArkPollingConsumer(this);
    configurePollingConsumer(consumer);
    return consumer;
  }

  /** What a consumer of this endpoint does. */
  FilePolling newPolling() {
    return new FilePolling(
        this,
        configuration,
        connection.client(),
        seenFiles(),
        dialect.hasPages(),
        CursorKey.of(configuration, address),
        getComponent().getTime().clock());
  }

  /**
   * What became of files lives with the endpoint, not with the consumer: Camel makes a new consumer
   * whenever a route starts, and a memory repository forgets when it is stopped.
   */
  private synchronized SeenFiles seenFiles() {
    if (seenFiles == null) {
      inProgressRepository = configuredOr(configuration.getInProgressRepository(), MemoryClaims::new);
      idempotentRepository =
          configuration.remembersProcessed()
              ? configuredOr(configuration.getIdempotentRepository(), ArkEndpoint::memory)
              : null;
      ServiceHelper.startService(inProgressRepository, idempotentRepository);
      seenFiles =
          new SeenFiles(
              inProgressRepository, idempotentRepository, getComponent().getTime().clock());
    }
    return seenFiles;
  }

  private IdempotentRepository configuredOr(
      IdempotentRepository configured, Supplier<IdempotentRepository> otherwise) {
    if (configured != null) {
      CamelContextAware.trySetCamelContext(configured, getCamelContext());
      return configured;
    }
    return otherwise.get();
  }

  private static IdempotentRepository memory() {
    return MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED_FILES);
  }

  /** The time between two polls in milliseconds. */
  long delayMilliseconds() {
    return getTimeUnit().toMillis(delay);
  }

  @Override
  public void setDelay(long delay) {
    super.setDelay(delay);
    this.delay = delay;
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

  ServiceAddress address() {
    return address;
  }

  Dialect dialect() {
    return dialect;
  }

  ArkConnection connection() {
    return connection;
  }
}
