package dev.akin.words.training;

/**
 * How far the learning is.
 *
 * @param done words learned from, of all epochs
 * @param resumed words learned from before the training was resumed
 * @param total words to learn from in all epochs
 * @param loss mean loss of a true observation and its noise of late; NaN before the first
 * @param rate learning rate now
 */
public record Progress(long done, long resumed, long total, double loss, double rate) {}
