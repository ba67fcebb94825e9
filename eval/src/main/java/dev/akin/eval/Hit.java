package dev.akin.eval;

/**
 * One document of a ranking.
 *
 * @param documentId the corpus's id
 * @param rank from 1
 * @param score higher is better
 */
public record Hit(String documentId, int rank, double score) {}
