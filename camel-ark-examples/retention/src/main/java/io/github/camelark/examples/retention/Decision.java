// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

/**
 * What to do with a file.
 *
 * @param file the file
 * @param wanted whether it is to go
 * @param reason one line, for example {@code rule 'drafts': it is not older than 7d}
 */
public record Decision(KnownFile file, boolean wanted, String reason) {}
