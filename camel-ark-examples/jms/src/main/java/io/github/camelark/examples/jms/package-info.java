// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Deletion requests on a JMS queue. Begin with {@link
 * io.github.camelark.examples.jms.DeletionQueueRoute}.
 */
@NullMarked
package io.github.camelark.examples.jms;

import org.jspecify.annotations.NullMarked;
