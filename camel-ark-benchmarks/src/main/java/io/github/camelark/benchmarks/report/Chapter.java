// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import java.util.List;

/**
 * What one benchmark found.
 *
 * @param title its name
 * @param notes how it was measured, a sentence or two each
 * @param tables the figures
 * @param goals what is wanted
 * @param faults what went wrong, whatever the speed
 */
public record Chapter(
    String title, List<String> notes, List<Table> tables, List<Goal> goals, List<String> faults) {}
