// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What differs between Volcengine Ark, Azure OpenAI and OpenAI: data, read at start-up. */
@NullMarked
package io.github.camelark.dialect;

import org.jspecify.annotations.NullMarked;
