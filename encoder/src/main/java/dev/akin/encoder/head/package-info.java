/**
 * From the rows of a text's tokens to the one row of the text: {@link
 * dev.akin.encoder.head.Pooling}, then {@link dev.akin.encoder.head.RowLayer}s, together a {@link
 * dev.akin.encoder.head.Head}.
 */
@NullMarked
package dev.akin.encoder.head;

import org.jspecify.annotations.NullMarked;
