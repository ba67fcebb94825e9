/**
 * Static models from transformers: a row for each token, taken from an encoder once. Read {@link
 * dev.akin.encoder.distil.StaticDistiller} first.
 */
@org.jspecify.annotations.NullMarked
package dev.akin.encoder.distil;
