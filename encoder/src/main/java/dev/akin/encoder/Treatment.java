package dev.akin.encoder;

import dev.akin.encoder.head.Pooling;
import java.util.Optional;

/**
 * What an encoder does with a text beside running its model.
 *
 * @param pooling how token rows become one; empty for a graph that does it by itself
 * @param isNormalized whether rows have length 1
 * @param prompts what is put before a text
 */
public record Treatment(Optional<Pooling> pooling, boolean isNormalized, Prompts prompts) {}
