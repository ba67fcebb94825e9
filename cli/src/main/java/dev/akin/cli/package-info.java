/**
 * The command {@code akin}: the only place that prints or reads the environment.
 *
 * <p>Reading order: {@link dev.akin.cli.Main} (arguments to exit code), {@code CommandTree} (which
 * commands there are), then one class a command, named after it.
 */
@NullMarked
package dev.akin.cli;

import org.jspecify.annotations.NullMarked;
