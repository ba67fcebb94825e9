/** The command akin. */
@NullMarked
package dev.akin.cli;

import org.jspecify.annotations.NullMarked;
