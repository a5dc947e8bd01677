// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.SplitDefinition;

/** A process with a route that deletes very many files, so many of them at once. */
public final class DeletionWorker extends RouteBuilder {

  private final String baseUrl;
  private final Variant variant;
  private final String options;
  private final int inFlight;
  private final AtomicInteger deleted = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private DeletionWorker(String baseUrl, Variant variant, String options, int inFlight) {
    this.baseUrl = baseUrl;
    this.variant = variant;
    this.options = options;
    this.inFlight = inFlight;
  }

  /**
   * Prints the version of Java. Then, for every line that says how many, deletes so many and
   * answers with a line.
   *
   * @param arguments the base URL, the variant, options of {@code ark:}, how many at once
   */
  public static void main(String[] arguments) throws Exception {
    DeletionWorker worker =
        new DeletionWorker(
            arguments[0],
            Variant.valueOf(arguments[1]),
            arguments[2],
            Integer.parseInt(arguments[3]));
    CamelContext context = new DefaultCamelContext();
    context.addRoutes(worker);
    context.start();
    ProducerTemplate template = context.createProducerTemplate();
    System.out.println(System.getProperty("java.version"));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(worker.delete(template, Integer.parseInt(line)).toLine());
    }
    System.exit(0);
  }

  private Deletions delete(ProducerTemplate template, int files) {
    List<String> ids =
        IntStream.range(0, files).mapToObj(i -> "file-20261120120000-" + (10_000 + i)).toList();
    deleted.set(0);
    failed.set(0);
    long begun = System.nanoTime();
    template.sendBody("direct:all", ids);
    return new Deletions(System.nanoTime() - begun, deleted.get(), failed.get());
  }

  @Override
  public void configure() throws Exception {
    onException(Exception.class).handled(true).process(exchange -> failed.incrementAndGet());
    // with virtual threads there is one for each file, and the pool of connections is the limit
    ExecutorService pool =
        getContext().getExecutorServiceManager().newFixedThreadPool(this, "delete", inFlight);
    SplitDefinition split =
        from("direct:all").split(body()).streaming().parallelProcessing().executorService(pool);
    if (variant == Variant.ARK) {
      split.to("ark:files?operation=delete&apiKey=none&baseUrl=" + baseUrl + options);
    } else {
      Calls calls = variant.open(baseUrl, id -> {});
      split.process(
          exchange -> {
            Message message = exchange.getMessage();
            message.setBody(calls.delete(message.getBody(String.class)));
          });
    }
    split.process(exchange -> deleted.incrementAndGet());
  }
}
