// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the Files and Responses APIs of Volcengine Ark, Azure OpenAI and OpenAI: an HTTP
 * server on 127.0.0.1 that remembers what is stored, and fails on demand.
 *
 * <p>The next request sees what a test does through this class, and vice versa. All methods may be
 * called from any thread.
 */
public final class ArkSimulator implements AutoCloseable {

  private final SimulatorState state;
  private final WireMockEdge edge;

  private ArkSimulator(Settings settings) {
    state = new SimulatorState(settings);
    edge = new WireMockEdge(settings.port(), new SimulatedApi(state));
  }

  /** Starts a simulator with the default settings on a free port. */
  public static ArkSimulator start() {
    return builder().build();
  }

  /** Returns a builder that has the default settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the port it listens on. */
  public int port() {
    return edge.port();
  }

  /**
   * Returns what a client of the provider takes as its base URL: with the API's path on Ark and
   * OpenAI, without one on Azure.
   */
  public String baseUrl(SimulatedProvider provider) {
    return "http://127.0.0.1:" + port() + provider.configuredPath();
  }

  /**
   * Returns the key of the account that the provider has from the start, for example {@code
   * simulator-ark-key}. All methods that take a provider are about this account.
   */
  public String apiKey(SimulatedProvider provider) {
    return account(provider).apiKey();
  }

  /**
   * Returns another account of the provider, which has the same base URL and a key, files and
   * responses of its own. Creates it if it does not exist; {@link #reset} forgets it.
   *
   * @param name letters, digits, dots, dashes and underscores
   */
  public SimulatedAccount account(SimulatedProvider provider, String name) {
    return new SimulatedAccount(state, provider, name);
  }

  /**
   * Stores a file, regardless of the quota, and returns it with its unset values filled in.
   *
   * @throws IllegalArgumentException if there is a file with its id
   */
  public SimulatedFile addFile(SimulatedProvider provider, SimulatedFile file) {
    return account(provider).addFile(file);
  }

  /** Stores a file created now, with the next free id: {@code file-0001} and so on. */
  public SimulatedFile addFile(SimulatedProvider provider) {
    return account(provider).addFile();
  }

  /**
   * Stores this many files, with ids from {@code file-0001} on in order of creation, one second
   * apart; the last one is a second old. Returns them oldest first.
   */
  public List<SimulatedFile> addFiles(SimulatedProvider provider, int count) {
    return account(provider).addFiles(count);
  }

  /**
   * Stores a file that can be downloaded where the provider has downloads; its size is that of the
   * content.
   *
   * @throws IllegalArgumentException if there is a file with its id
   */
  public SimulatedFile addFile(SimulatedProvider provider, SimulatedFile file, byte[] content) {
    return account(provider).addFile(file, content);
  }

  /**
   * Returns what an upload brought.
   *
   * @throws IllegalArgumentException if no upload brought the file, or it is gone
   */
  public SimulatedUpload upload(SimulatedProvider provider, String id) {
    return account(provider).upload(id);
  }

  /** Lets the next response that is created or added be this one; each is given once, in turn. */
  public void answerNext(SimulatedProvider provider, SimulatedResponse response) {
    account(provider).answerNext(response);
  }

  /** Stores a complete response and returns its id, for example {@code resp_0001}. */
  public String addResponse(SimulatedProvider provider) {
    return account(provider).addResponse();
  }

  /** Returns whether the file exists: neither deleted nor expired. */
  public boolean hasFile(SimulatedProvider provider, String id) {
    return account(provider).hasFile(id);
  }

  /** Returns whether the response exists. */
  public boolean hasResponse(SimulatedProvider provider, String id) {
    return account(provider).hasResponse(id);
  }

  /** Returns the files that exist now, oldest first. */
  public List<SimulatedFile> files(SimulatedProvider provider) {
    return account(provider).files();
  }

  /** Removes a file as another client would; does nothing if there is none. */
  public void removeFile(SimulatedProvider provider, String id) {
    account(provider).removeFile(id);
  }

  /**
   * Gives a file a status, which it keeps until it is given another.
   *
   * @param status in Ark's words: {@code processing}, {@code active}, {@code failed}; any other
   *     text is sent as it is
   * @throws IllegalArgumentException if there is no such file
   */
  public void setStatus(SimulatedProvider provider, String id, String status) {
    account(provider).setStatus(id, status);
  }

  /**
   * Makes a file as old as if it had been stored at this time, for example one that a route has
   * uploaded. Its expiry and its status stay.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public void setCreatedAt(SimulatedProvider provider, String id, Instant createdAt) {
    account(provider).setCreatedAt(id, createdAt);
  }

  /** Changes {@link Builder#strictCursors} until {@link #reset}. */
  public void strictCursors(boolean strict) {
    state.change(settings -> settings.withStrictCursors(strict));
  }

  /** Changes {@link Builder#requestsPerSecond} until {@link #reset}. */
  public void requestsPerSecond(int requests) {
    state.change(settings -> settings.withRequestsPerSecond(requests));
  }

  /** Changes {@link Builder#retryAfter} until {@link #reset}. */
  public void retryAfter(@Nullable Duration retryAfter) {
    state.change(settings -> settings.withRetryAfter(retryAfter));
  }

  /** Changes {@link Builder#unknownRoutes} until {@link #reset}. */
  public void unknownRoutes(@Nullable UnknownRoute answer) {
    state.change(settings -> settings.withUnknownRoutes(answer));
  }

  /** Changes {@link Builder#ignoredParameters} until {@link #reset}. */
  public void ignoredParameters(String... names) {
    state.change(settings -> settings.withIgnoredParameters(names));
  }

  /** Changes {@link Builder#compression} until {@link #reset}. */
  public void compression(Compression compression) {
    state.change(settings -> settings.withCompression(compression));
  }

  /**
   * Makes the next calls fail with a fault, whatever their path. Faults come before all checks,
   * even that of the key; each call gets one, in the order of registration.
   *
   * @param calls how many; zero for none
   */
  public void failNext(int calls, SimulatedFault fault) {
    failNext(calls, request -> true, fault);
  }

  /**
   * Makes the next matching calls fail with a fault; others are answered as usual.
   *
   * @param which sees the request before it has a status; called from the server's threads
   */
  public void failNext(int calls, Predicate<RecordedRequest> which, SimulatedFault fault) {
    state.faults().add(calls, requireNonNull(which, "which"), requireNonNull(fault, "fault"));
  }

  /** Returns the last 100,000 requests at most in order of arrival, those that failed included. */
  public List<RecordedRequest> journal() {
    return state.journal().requests();
  }

  /** Forgets the requests so far. */
  public void clearJournal() {
    state.journal().clear();
  }

  /** Forgets files, responses, faults and requests, and restores the settings of the builder. */
  public void reset() {
    state.reset();
  }

  /** Stops the server; closing again does nothing. */
  @Override
  public void close() {
    edge.close();
  }

  private SimulatedAccount account(SimulatedProvider provider) {
    return account(provider, Account.DEFAULT);
  }

  /** Settings of a simulator. Not thread-safe. */
  public static final class Builder {

    private Settings settings = Settings.DEFAULT;

    private Builder() {}

    /** The port to listen on. Default 0: any free one. */
    public Builder port(int port) {
      settings = settings.withPort(port);
      return this;
    }

    /** The clock for processing, expiry, rates and the Date header. Default: the real one. */
    public Builder clock(Clock clock) {
      settings = settings.withClock(clock);
      return this;
    }

    /**
     * Whether to refuse a list whose {@code after} names a deleted file. If not, it continues from
     * where the file was. Default true.
     */
    public Builder strictCursors(boolean strict) {
      settings = settings.withStrictCursors(strict);
      return this;
    }

    /**
     * How many calls per second an account accepts for each operation; further calls get 429. After
     * a second without calls, that many may arrive at once. Default 0: unlimited.
     */
    public Builder requestsPerSecond(int requests) {
      settings = settings.withRequestsPerSecond(requests);
      return this;
    }

    /** The Retry-After header of such a 429, in whole seconds. Default null: no header. */
    public Builder retryAfter(@Nullable Duration retryAfter) {
      settings = settings.withRetryAfter(retryAfter);
      return this;
    }

    /**
     * How to answer a path that no provider has, or that its provider does not know: in the words
     * of a gateway in front of it. Default null: the provider's own words, and an empty 404 where
     * there is no provider.
     */
    public Builder unknownRoutes(@Nullable UnknownRoute answer) {
      settings = settings.withUnknownRoutes(answer);
      return this;
    }

    /**
     * Names of query parameters of a list, and of fields of an upload, that are ignored, like
     * services and gateways that support less than the API promises: {@code purpose}, {@code
     * order}, {@code limit}, {@code after}. Default none.
     */
    public Builder ignoredParameters(String... names) {
      settings = settings.withIgnoredParameters(names);
      return this;
    }

    /** Whether replies are compressed, those of faults included. Default never. */
    public Builder compression(Compression compression) {
      settings = settings.withCompression(compression);
      return this;
    }

    /** How many bytes of files each account accepts by upload. Default 20 GB. */
    public Builder storageQuotaBytes(long bytes) {
      settings = settings.withStorageQuotaBytes(bytes);
      return this;
    }

    /** How long a file is {@code processing} after it was stored. Default zero. */
    public Builder processingTime(Duration time) {
      settings = settings.withProcessingTime(time);
      return this;
    }

    /**
     * How long a response is {@code in_progress} that is created with {@code "background": true},
     * where the provider has that. Default zero.
     */
    public Builder responseTime(Duration time) {
      settings = settings.withResponseTime(time);
      return this;
    }

    /**
     * How long a response is not found after it was created, neither to retrieve nor to delete, as
     * services have it that store it late. Default zero.
     */
    public Builder storageLag(Duration lag) {
      settings = settings.withStorageLag(lag);
      return this;
    }

    /**
     * Starts a simulator with these settings.
     *
     * @throws RuntimeException if the port is taken
     */
    public ArkSimulator build() {
      return new ArkSimulator(settings);
    }
  }
}
