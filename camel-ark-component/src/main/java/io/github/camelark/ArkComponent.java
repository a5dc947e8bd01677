// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.model.ArkDeletion;
import io.github.camelark.operation.StopSignal;
import io.github.camelark.settings.ApiKeys;
import io.github.camelark.settings.CheckedConfigurer;
import io.github.camelark.settings.ServiceOptions;
import io.github.camelark.shared.SharedState;
import io.github.camelark.time.Time;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.LifecycleStrategy;
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

  private UnaryOperator<String> environment = System::getenv;
  private final LifecycleStrategy stopSignals = StopSignal.forNewRoutes();
  private SharedState shared = new SharedState(this, new Time());

  public ArkComponent() {}

  public ArkComponent(CamelContext context) {
    super(context);
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    getCamelContext().addLifecycleStrategy(stopSignals);
    loadConverters();
  }

  /**
   * Camel has done this except in OSGi, where routes can start before the converters of the bundle
   * are known: then files would be converted by {@code toString()}, not only the first ones.
   */
  private void loadConverters() throws ClassNotFoundException {
    TypeConverterRegistry registry = getCamelContext().getTypeConverterRegistry();
    // of an empty map, as Camel remembers for good what it could not convert
    if (getCamelContext().getTypeConverter().tryConvertTo(ArkDeletion.class, Map.of()) == null) {
      // by name: it is generated after this class is compiled
      Class<?> loader = Class.forName("io.github.camelark.ArkConverterLoader");
      ObjectHelper.newInstance(loader, TypeConverterLoader.class).load(registry);
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    shared.start();
  }

  @Override
  protected void doStop() throws Exception {
    shared.stop();
    super.doStop();
  }

  @Override
  protected void doShutdown() throws Exception {
    getCamelContext().getLifecycleStrategies().remove(stopSignals);
    super.doShutdown();
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
    PropertiesHelper.extractProperties(parameters, "form.")
        .forEach((name, value) -> endpoint.getFormFields().put(name, String.valueOf(value)));
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

  SSLContextParameters globalSslContextParameters() {
    return retrieveGlobalSslContextParameters();
  }

  /** What its endpoints share. */
  SharedState shared() {
    return shared;
  }

  ApiKeys apiKeys() {
    return new ApiKeys(environment, configuration.serviceOptions());
  }

  void setTime(Time time) {
    shared = new SharedState(this, time);
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
