/**
 * Clusters of rows: {@link dev.akin.vector.cluster.KMeans}, {@link
 * dev.akin.vector.cluster.MiniBatchKMeans}, and the {@link dev.akin.vector.cluster.Clusters} that
 * both find.
 */
@NullMarked
package dev.akin.vector.cluster;

import org.jspecify.annotations.NullMarked;
