package dev.akin.search.index;

import java.util.OptionalLong;

/**
 * How far a refresh is.
 *
 * @param stage what it is busy with
 * @param read documents read so far
 * @param total how many there are, if the corpus knows
 * @param encoded documents encoded so far
 * @param passages passages encoded so far
 * @param unchanged documents left as they are so far
 */
public record IndexProgress(
    IndexStage stage, long read, OptionalLong total, long encoded, long passages, long unchanged) {}
