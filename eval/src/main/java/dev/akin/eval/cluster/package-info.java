/** How well clusters fit the true classes of the same items. */
@NullMarked
package dev.akin.eval.cluster;

import org.jspecify.annotations.NullMarked;
