/**
 * What a person sees: results, notes and progress, wrapped and coloured where there is a terminal.
 *
 * <p>Read {@link dev.akin.cli.console.Console} first.
 */
@NullMarked
package dev.akin.cli.console;

import org.jspecify.annotations.NullMarked;
