// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What goes when a model response is finished: the response, and then the files that it used. */
@NullMarked
package io.github.camelark.examples.lifecycle;

import org.jspecify.annotations.NullMarked;
