/** JMH and whole-process comparisons; {@code bench/run PATTERN} starts them. */
@NullMarked
package dev.akin.bench;

import org.jspecify.annotations.NullMarked;
