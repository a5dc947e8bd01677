/** The poll: which files come, what was seen, how far the scan got, and what follows completion. */
@NullMarked
package io.github.camelark.consumer;

import org.jspecify.annotations.NullMarked;
