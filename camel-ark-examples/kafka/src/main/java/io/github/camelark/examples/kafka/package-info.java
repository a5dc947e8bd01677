// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Deletion requests on a Kafka topic. Begin with {@link
 * io.github.camelark.examples.kafka.DeletionTopicRoute}.
 */
@NullMarked
package io.github.camelark.examples.kafka;

import org.jspecify.annotations.NullMarked;
