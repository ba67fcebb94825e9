package dev.akin.cli.console;

/**
 * A part of a text that stands out.
 *
 * @param start where it starts, a UTF-16 index
 * @param end where it ends, exclusive
 */
public record Mark(int start, int end) {}
