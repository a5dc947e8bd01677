/** A stateful stand-in for the Files and Responses APIs of Ark, Azure OpenAI and OpenAI. */
@NullMarked
package io.github.camelark.test;

import org.jspecify.annotations.NullMarked;
