// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** Pictures of routes, made from the routes themselves, so that a page cannot show another one. */
@NullMarked
package io.github.camelark.examples.pictures;

import org.jspecify.annotations.NullMarked;
