// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What the Kamelets need beside their files. */
package io.github.camelark.kamelets;
