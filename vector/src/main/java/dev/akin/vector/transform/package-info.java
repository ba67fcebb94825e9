/**
 * Maps of rows to rows: fitted on rows, applied to rows, composed, saved.
 *
 * <p>Read {@link dev.akin.vector.transform.Transform} first, then {@link
 * dev.akin.vector.transform.PrincipalAxes}, which gives PCA and whitening.
 */
@NullMarked
package dev.akin.vector.transform;

import org.jspecify.annotations.NullMarked;
