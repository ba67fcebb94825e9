/** Test tools: seeds, damage, data sets. */
@NullMarked
package dev.akin.testkit;

import org.jspecify.annotations.NullMarked;
