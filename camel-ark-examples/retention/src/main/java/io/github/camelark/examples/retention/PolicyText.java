// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy as written in the file; Jackson fills it in. What the file leaves out is null. */
final class PolicyText {

  @JsonProperty @Nullable List<RuleText> rules;

  @JsonProperty("default")
  @Nullable List<RuleText> byDefault;

  /** A rule as written in the file. */
  static final class RuleText {

    @JsonProperty @Nullable String name;

    @JsonProperty
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    @Nullable List<String> purpose;

    @JsonProperty
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    @Nullable List<String> filename;

    @JsonProperty
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    @Nullable List<String> status;

    @JsonProperty @Nullable Age olderThan;

    @JsonProperty @Nullable Integer keepNewest;

    @JsonProperty @Nullable ByteSize totalBelow;
  }
}
