// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** An application that runs on several nodes, all of which consume the files of one account. */
@NullMarked
package io.github.camelark.examples.cluster;

import org.jspecify.annotations.NullMarked;
