// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.client.EndpointClient;
import io.github.camelark.consumer.FilePolling;
import io.github.camelark.consumer.FilePollingConsumer;
import io.github.camelark.consumer.PollSetup;
import io.github.camelark.operation.FileMessage;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.settings.ServiceSettings;
import io.github.camelark.shared.SharedState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Upload, consume, list, retrieve, download and delete files, and create, retrieve and delete model
 * responses, with Volcengine Ark, Azure OpenAI or OpenAI.
 */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "ark",
    title = "Volcengine Ark",
    syntax = "ark:resource",
    category = {Category.AI, Category.CLOUD},
    headersClass = ArkConstants.class)
public class ArkEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {

  private static final Logger LOG = LoggerFactory.getLogger(ArkEndpoint.class);

  private static final long DEFAULT_DELAY_MILLISECONDS = 10_000;

  @UriPath(
      enums = "files,responses",
      description = "The resource: files, or the responses of models.")
  @Metadata(required = true)
  private final String resource;

  @UriParam private ArkConfiguration configuration;

  /**
   * What to do: retrieve, list, upload, content (download it; not on ark) or delete for ark:files,
   * create, retrieve or delete for ark:responses. If it is empty it is taken from the header
   * CamelArkOperation.
   */
  @UriParam(label = "producer", enums = "retrieve,list,upload,content,delete,create")
  private String operation;

  /**
   * The id of the file to retrieve or delete, for example file-20251018114827-6zgrb. If it is not
   * set it is taken from the header CamelArkFileId or the body. Never build it from message data:
   * use the header.
   */
  @UriParam(label = "producer")
  private String fileId;

  /**
   * The id of the model response to retrieve or delete, for example resp_0217. If it is not set it
   * is taken from the header CamelArkResponseId or the body. Never build it from message data: use
   * the header.
   */
  @UriParam(label = "producer")
  private String responseId;

  /**
   * List the files after the one with this id. If it is empty the list begins at its start. Refused
   * on azure, which returns whole lists.
   */
  @UriParam(label = "producer")
  private String after;

  /**
   * How long to wait until what is retrieved can be used, for example 6m: the file is active
   * (processed on azure and openai), the response is completed or incomplete. If it has failed, or
   * the time is up, the exchange fails. It is asked for at once, and then after a quarter of the
   * time waited so far, every 1 to 15 seconds. Empty not to wait. Not possible for ark:responses on
   * ark, which has no status for a response in progress.
   */
  @UriParam(label = "producer")
  private Duration awaitTimeout;

  /**
   * How long the service keeps what is uploaded, for example 7d: 1d to 30d on ark, 1h to 30d on
   * openai and azure. Empty for the service's default: 7d on ark, forever elsewhere. Refused on
   * azure with an apiVersion before 2025-03-01-preview, which cannot be told. If the service keeps
   * the file for another time than that a warning says so.
   */
  @UriParam(label = "producer")
  private Duration expireAfter;

  /**
   * Further fields of the form of an upload, sent verbatim, for example
   * form.preprocess_configs[video][fps]=0.3. What other options set (file, purpose, the expiry) is
   * refused.
   */
  @UriParam(label = "producer", prefix = "form.", multiValue = true)
  private Map<String, String> formFields = new LinkedHashMap<>();

  // Camel's default of 500 ms is too often for an API with a published limit of requests.
  @UriParam(
      label = "consumer,scheduler",
      defaultValue = "" + DEFAULT_DELAY_MILLISECONDS,
      javaType = "java.time.Duration",
      description =
          "The time between two polls, and the least time before a failed file comes again.")
  private long delay = DEFAULT_DELAY_MILLISECONDS;

  private ServiceSettings service;
  private CallOptions callOptions;

  /**
   * For consumers, whose exchanges may outlive them. Producers have their own: Camel stops an
   * endpoint that it evicts from the cache of a {@code toD} though a route's producer still uses
   * it.
   */
  private EndpointClient client;

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
    service = configuration.service();
    callOptions =
        configuration.callOptions(
            service,
            resource,
            operation,
            fileId,
            responseId,
            after,
            awaitTimeout,
            expireAfter,
            formFields);
  }

  /**
   * Connects only when a producer or consumer starts, which needs a key: a route that is not
   * started and an endpoint that a test replaces need none.
   */
  @Override
  protected void doStart() throws Exception {
    super.doStart();
    service.warnings(this, resource).forEach(LOG::warn);
  }

  @Override
  protected void doStop() throws Exception {
    synchronized (this) {
      if (client != null) {
        client.close();
        client = null;
      }
    }
    super.doStop();
  }

  @Override
  public Producer createProducer() throws Exception {
    return new ArkProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    checkConsumer();
    ArkConsumer consumer = new ArkConsumer(this, processor);
    configureConsumer(consumer);
    consumer.setMaxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
    return consumer;
  }

  @Override
  public PollingConsumer createPollingConsumer() throws Exception {
    checkConsumer();
    FilePollingConsumer consumer = new FilePollingConsumer(this, this::openPolling, delay());
    configurePollingConsumer(consumer);
    return consumer;
  }

  /** What its calls do unless a message overrides it. */
  CallOptions callOptions() {
    return callOptions;
  }

  /** What a consumer of this endpoint does, until it closes that. */
  FilePolling openPolling(ExceptionHandler exceptionHandler) throws Exception {
    return new FilePolling(
        new PollSetup(
            this,
            consumerOptions(),
            consumersClient().client(),
            shared().time(),
            (file, requestId) -> new FileMessage(getCamelContext(), file, requestId),
            shared().memory(),
            exceptionHandler));
  }

  private void checkConsumer() {
    consumerOptions().selection().checkExpressions(getCamelContext().resolveLanguage("simple"));
    configuration.statuses().warnings(service.dialect()).stream()
        .filter(shared()::isFirst)
        .forEach(LOG::warn);
  }

  ConsumerOptions consumerOptions() {
    return configuration.consumerOptions(callOptions, service.address(), delay());
  }

  private Duration delay() {
    return Duration.of(delay, getTimeUnit().toChronoUnit());
  }

  @Override
  public void setDelay(long delay) {
    super.setDelay(delay);
    this.delay = delay;
  }

  /**
   * The address of the API, which never contains a key; null before the endpoint is initialized.
   */
  @Override
  public String getServiceUrl() {
    return service == null ? null : service.address().toString();
  }

  @Override
  public String getServiceProtocol() {
    return "http";
  }

  @Override
  public Map<String, String> getServiceMetadata() {
    return Map.of("provider", configuration.getProvider(), "resource", resource);
  }

  SharedState shared() {
    return getComponent().shared();
  }

  @Override
  public ArkComponent getComponent() {
    return (ArkComponent) super.getComponent();
  }

  public String getResource() {
    return resource;
  }

  public String getOperation() {
    return operation;
  }

  public void setOperation(String operation) {
    this.operation = operation;
  }

  public String getFileId() {
    return fileId;
  }

  public void setFileId(String fileId) {
    this.fileId = fileId;
  }

  public String getResponseId() {
    return responseId;
  }

  public void setResponseId(String responseId) {
    this.responseId = responseId;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  public Duration getAwaitTimeout() {
    return awaitTimeout;
  }

  public void setAwaitTimeout(Duration awaitTimeout) {
    this.awaitTimeout = awaitTimeout;
  }

  public Duration getExpireAfter() {
    return expireAfter;
  }

  public void setExpireAfter(Duration expireAfter) {
    this.expireAfter = expireAfter;
  }

  public Map<String, String> getFormFields() {
    return formFields;
  }

  public void setFormFields(Map<String, String> formFields) {
    this.formFields = formFields;
  }

  public ArkConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(ArkConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * A client for a producer, which closes it.
   *
   * @throws ResolveEndpointFailedException if an option prevents it from connecting
   */
  EndpointClient openClient() throws Exception {
    ArkComponent component = getComponent();
    try {
      return EndpointClient.open(
          this,
          resource,
          service.client(component.apiKeys(), component.globalSslContextParameters()),
          shared().resources());
    } catch (IllegalArgumentException e) {
      throw new ResolveEndpointFailedException(getEndpointUri(), e);
    }
  }

  private synchronized EndpointClient consumersClient() throws Exception {
    if (client == null) {
      client = openClient();
    }
    return client;
  }
}
