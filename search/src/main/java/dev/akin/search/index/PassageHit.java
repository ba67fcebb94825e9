package dev.akin.search.index;

/** A passage by Lucene's number and how well it fits. */
record PassageHit(int passage, float score) {}
