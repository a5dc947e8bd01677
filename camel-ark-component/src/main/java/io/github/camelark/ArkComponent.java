// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.client.KnownServices;
import io.github.camelark.client.SharedResources;
import io.github.camelark.consumer.ConsumerMemory;
import io.github.camelark.health.HealthChecks;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.ApiKeys;
import io.github.camelark.settings.CheckedConfigurer;
import io.github.camelark.settings.ProducersWithoutKey;
import io.github.camelark.settings.ServiceOptions;
import io.github.camelark.transport.CamelHttpTransport;
import io.github.camelark.transport.PaceBook;
import io.github.camelark.transport.SharedTransports;
import io.github.camelark.transport.Time;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.ObjectHelper;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.PropertiesHelper;

/**
 * Makes {@code ark:} endpoints for the Files and Responses APIs of Volcengine Ark, Azure OpenAI and
 * OpenAI. Its options are the defaults of its endpoints.
 */
@Component("ark")
public class ArkComponent extends HealthCheckComponent implements SSLContextParametersAware {

  private static final int MOST_WARNINGS = 1_000;

  /** The options that endpoints inherit. */
  @Metadata(description = "The options that endpoints inherit.")
  private ArkConfiguration configuration = new ArkConfiguration();

  /** Whether endpoints without sslContextParameters use those of the context. */
  @Metadata(
      label = "security",
      defaultValue = "false",
      description =
          "Whether endpoints without sslContextParameters use those of the context. If it is false"
              + " they use the JVM's trusted certificates.")
  private boolean useGlobalSslContextParameters;

  private final Set<String> warnings = ConcurrentHashMap.newKeySet();
  private Time time = new Time();
  private UnaryOperator<String> environment = System::getenv;
  private SharedTransports transports;
  private ScheduledExecutorService watchman;
  private boolean stopped;
  private ConsumerMemory consumerMemory = new ConsumerMemory(time);
  private final KnownServices knownServices = new KnownServices();
  private final HealthChecks healthChecks = new HealthChecks();
  private final ProducersWithoutKey producersWithoutKey = new ProducersWithoutKey();

  public ArkComponent() {}

  public ArkComponent(CamelContext context) {
    super(context);
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    loadConverters();
  }

  /**
   * Camel has done this except in OSGi, where routes can start before the converters of the bundle
   * are known: then files would be converted by {@code toString()}, not only the first ones.
   */
  private void loadConverters() throws ClassNotFoundException {
    TypeConverterRegistry registry = getCamelContext().getTypeConverterRegistry();
    if (registry.lookup(ArkFile.class, String.class) == null) {
      // by name: it is generated after this class is compiled
      Class<?> loader = Class.forName("io.github.camelark.ArkConverterLoader");
      ObjectHelper.newInstance(loader, TypeConverterLoader.class).load(registry);
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    synchronized (this) {
      stopped = false;
    }
  }

  /** Closes the HTTP clients, which outlive the endpoints and producers that used them. */
  @Override
  protected void doStop() throws Exception {
    consumerMemory.stop(getCamelContext());
    synchronized (this) {
      stopped = true;
      if (transports != null) {
        transports.close();
        getCamelContext().getExecutorServiceManager().shutdownNow(watchman);
        transports = null;
        watchman = null;
      }
    }
    super.doStop();
  }

  @Override
  public PropertyConfigurer getComponentPropertyConfigurer() {
    return checked(super.getComponentPropertyConfigurer());
  }

  @Override
  public PropertyConfigurer getEndpointPropertyConfigurer() {
    return checked(super.getEndpointPropertyConfigurer());
  }

  /** Null before the component is initialized. */
  private PropertyConfigurer checked(PropertyConfigurer generated) {
    return generated == null
        ? null
        : new CheckedConfigurer(generated, super.getEndpointPropertyConfigurer());
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    ArkConfiguration own = configuration.copy();
    own.setApiKey(null);
    own.setLimit(null);
    own.setOrder(null);
    own.setBaseUrl(null);
    own.setApiVersion(null);
    own.setHttpOptions(new HashMap<>(PropertiesHelper.extractProperties(parameters, "http.")));
    ArkEndpoint endpoint = new ArkEndpoint(uri, this, remaining, own);
    configure(endpoint, parameters);
    inherit(own);
    return endpoint;
  }

  /** Reports what is wrong with an option, not Camel's account of how it was set. */
  private void configure(ArkEndpoint endpoint, Map<String, Object> parameters) throws Exception {
    try {
      setProperties(endpoint, parameters);
    } catch (PropertyBindingException e) {
      throw e.getCause() instanceof IllegalArgumentException refused ? refused : e;
    }
  }

  /**
   * Gives an endpoint what it does not set itself, unless it belongs to another service: keys stay
   * with their service.
   */
  private void inherit(ArkConfiguration own) {
    boolean sameProvider = Objects.equals(own.getProvider(), configuration.getProvider());
    if (sameProvider && own.getBaseUrl() == null) {
      own.setBaseUrl(configuration.getBaseUrl());
    }
    if (sameProvider && own.getApiVersion() == null) {
      own.setApiVersion(configuration.getApiVersion());
    }
    if (sameProvider) {
      inheritListOptions(own);
    }
    ServiceOptions service = own.serviceOptions();
    ServiceOptions ofComponent = configuration.serviceOptions();
    boolean sameService = sameProvider && Objects.equals(service.origin(), ofComponent.origin());
    if (sameService && own.getApiKey() == null) {
      own.setApiKey(configuration.getApiKey());
    }
    own.setHttpOptions(
        new HashMap<>(service.http().inherit(ofComponent.http(), sameService).values()));
  }

  /** These depend on the provider: what one allows another may not have. */
  private void inheritListOptions(ArkConfiguration own) {
    if (own.getLimit() == null) {
      own.setLimit(configuration.getLimit());
    }
    if (own.getOrder() == null) {
      own.setOrder(configuration.getOrder());
    }
  }

  /** Who shares a pace: all endpoints of the context, those of other components too. */
  private PaceBook paceBook() {
    CamelContext context = getCamelContext();
    synchronized (PaceBook.class) {
      PaceBook book = context.getCamelContextExtension().getContextPlugin(PaceBook.class);
      if (book == null) {
        book = new PaceBook(time);
        context.getCamelContextExtension().addContextPlugin(PaceBook.class, book);
      }
      return book;
    }
  }

  /**
   * Whether a warning is new: endpoints come and go with messages, so each warning is logged once.
   */
  boolean isFirst(String warning) {
    return warnings.size() < MOST_WARNINGS && warnings.add(warning);
  }

  SSLContextParameters globalSslContextParameters() {
    return retrieveGlobalSslContextParameters();
  }

  /** The HTTP clients of this run, and one thread that looks after them all. */
  synchronized SharedTransports transports() {
    if (stopped) {
      throw new IllegalStateException("the ark component is stopped: start it first");
    }
    if (transports == null) {
      CamelContext context = getCamelContext();
      ScheduledExecutorService newWatchman =
          context
              .getExecutorServiceManager()
              .newSingleThreadScheduledExecutor(this, "ark-call-timeout");
      watchman = newWatchman;
      transports =
          new SharedTransports(
              time, settings -> CamelHttpTransport.start(context, settings, time, newWatchman));
      watchman.scheduleWithFixedDelay(transports::closeIdle, 1, 1, TimeUnit.MINUTES);
    }
    return transports;
  }

  /** What the clients of all endpoints have in common. */
  SharedResources sharedResources() {
    return new SharedResources(transports(), paceBook(), knownServices, time);
  }

  ProducersWithoutKey producersWithoutKey() {
    return producersWithoutKey;
  }

  HealthChecks healthChecks() {
    return healthChecks;
  }

  ConsumerMemory consumerMemory() {
    return consumerMemory;
  }

  ApiKeys apiKeys() {
    return new ApiKeys(environment, configuration.serviceOptions());
  }

  Time getTime() {
    return time;
  }

  void setTime(Time time) {
    this.time = time;
    this.consumerMemory = new ConsumerMemory(time);
  }

  void setEnvironment(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  public ArkConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(ArkConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public boolean isUseGlobalSslContextParameters() {
    return useGlobalSslContextParameters;
  }

  @Override
  public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
    this.useGlobalSslContextParameters = useGlobalSslContextParameters;
  }
}
