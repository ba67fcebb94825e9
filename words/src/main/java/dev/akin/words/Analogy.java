package dev.akin.words;

/** A question: a is to b as c is to what? Athens is to Greece as Baghdad is to … */
public record Analogy(String a, String b, String c) {}
