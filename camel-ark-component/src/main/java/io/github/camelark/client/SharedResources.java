// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.time.Time;
import io.github.camelark.transport.PaceBook;
import io.github.camelark.transport.SharedTransports;

/** What the clients of all endpoints have in common. */
public record SharedResources(
    SharedTransports transports, PaceBook paces, KnownServices services, Time time) {}
