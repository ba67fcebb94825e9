package dev.akin.eval.suite;

/**
 * One column of a suite.
 *
 * @param name of the task
 * @param category its kind: retrieval, clustering, …
 */
public record Task(String name, String category) {}
