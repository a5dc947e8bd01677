// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One account of a provider: its files and responses, and the key that opens it. A provider has one
 * from the start, and more are created by {@link ArkSimulator#account(SimulatedProvider, String)};
 * all have the same base URL and are told apart by their keys. Thread-safe.
 */
public final class SimulatedAccount {

  private final SimulatorState state;
  private final SimulatedProvider provider;
  private final String name;

  SimulatedAccount(SimulatorState state, SimulatedProvider provider, String name) {
    this.state = state;
    this.provider = provider;
    this.name = name;
    account();
  }

  /** Returns its name, as {@link RecordedRequest#account} has it. */
  public String name() {
    return name;
  }

  /** Returns the key that opens it and no other account. */
  public String apiKey() {
    return account().apiKey();
  }

  /**
   * Stores a file, regardless of the quota, and returns it with its unset values filled in.
   *
   * @throws IllegalArgumentException if there is a file with its id
   */
  public SimulatedFile addFile(SimulatedFile file) {
    return store().add(file, state.settings().processingTime());
  }

  /** Stores a file created now, with the next free id: {@code file-0001} and so on. */
  public SimulatedFile addFile() {
    return store().addNext(state.settings().processingTime());
  }

  /**
   * Stores this many files, with ids from {@code file-0001} on in order of creation, one second
   * apart; the last one is a second old. Returns them oldest first.
   */
  public List<SimulatedFile> addFiles(int count) {
    return store().addMany(count, state.settings().processingTime());
  }

  /**
   * Stores a file that can be downloaded where the provider has downloads; its size is that of the
   * content.
   *
   * @throws IllegalArgumentException if there is a file with its id
   */
  public SimulatedFile addFile(SimulatedFile file, byte[] content) {
    SimulatedFile sized = file.withBytes(content.length);
    return store().add(sized, state.settings().processingTime(), content);
  }

  /**
   * Returns what an upload brought.
   *
   * @throws IllegalArgumentException if no upload brought the file, or it is gone
   */
  public SimulatedUpload upload(String id) {
    SimulatedUpload upload = store().upload(id);
    if (upload == null) {
      throw new IllegalArgumentException(provider + " has no uploaded file " + id);
    }
    return upload;
  }

  /** Stores a complete response and returns its id, for example {@code resp_0001}. */
  public String addResponse() {
    return account()
        .responses()
        .create(ResponseRequest.OF_A_TEST, Duration.ZERO, Duration.ZERO)
        .id();
  }

  /** Lets the next response that is created or added be this one; each is given once, in turn. */
  public void answerNext(SimulatedResponse response) {
    account().responses().answerNext(requireNonNull(response, "response"));
  }

  /** Returns whether the file exists: neither deleted nor expired. */
  public boolean hasFile(String id) {
    return store().find(id) != null;
  }

  /** Returns whether the response exists. */
  public boolean hasResponse(String id) {
    return account().responses().find(id) != null;
  }

  /** Returns the files that exist now, oldest first. */
  public List<SimulatedFile> files() {
    return List.copyOf(store().all());
  }

  /** Removes a file as another client would; does nothing if there is none. */
  public void removeFile(String id) {
    store().remove(id);
  }

  /**
   * Gives a file a status, which it keeps until it is given another.
   *
   * @param status in Ark's words: {@code processing}, {@code active}, {@code failed}; any other
   *     text is sent as it is
   * @throws IllegalArgumentException if there is no such file
   */
  public void setStatus(String id, String status) {
    if (!store().setStatus(id, requireNonNull(status, "status"))) {
      throw new IllegalArgumentException(provider + " has no file " + id);
    }
  }

  /**
   * Makes a file as old as if it had been stored at this time. Its expiry and its status stay.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public void setCreatedAt(String id, Instant createdAt) {
    if (!store().setCreatedAt(id, requireNonNull(createdAt, "createdAt"))) {
      throw new IllegalArgumentException(provider + " has no file " + id);
    }
  }

  /** Shows the provider and the name. */
  @Override
  public String toString() {
    return provider + " " + name;
  }

  private FileStore store() {
    return account().files();
  }

  /** Looked up each time: a reset creates it anew, empty. */
  private Account account() {
    return state.account(provider, name);
  }
}
