package dev.akin.study.claim;

/**
 * What a paper says.
 *
 * @param paper its title
 * @param authors as papers are cited: {@code Tang and Yang}
 * @param year of publication
 * @param statement the claim in a sentence or two, with the paper's figure where it has one
 */
public record Claim(String paper, String authors, int year, String statement) {}
