/** JMH and whole-process comparisons. */
@NullMarked
package dev.akin.bench;

import org.jspecify.annotations.NullMarked;
