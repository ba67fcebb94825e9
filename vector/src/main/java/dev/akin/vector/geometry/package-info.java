/**
 * How rows lie in their space: whether they use all directions ({@link
 * dev.akin.vector.geometry.Isotropy}, {@link dev.akin.vector.geometry.Spectrum}), how evenly they
 * cover the sphere ({@link dev.akin.vector.geometry.Sphere}), and whether a few are everybody's
 * neighbours ({@link dev.akin.vector.geometry.Hubness}).
 */
@NullMarked
package dev.akin.vector.geometry;

import org.jspecify.annotations.NullMarked;
