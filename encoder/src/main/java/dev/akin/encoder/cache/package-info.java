/**
 * Rows kept on disk, so that no text is encoded twice by the same encoder.
 *
 * <p>Read {@link dev.akin.encoder.cache.EmbeddingCache}.
 */
@NullMarked
package dev.akin.encoder.cache;

import org.jspecify.annotations.NullMarked;
