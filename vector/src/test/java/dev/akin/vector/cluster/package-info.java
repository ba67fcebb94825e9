@NullMarked
package dev.akin.vector.cluster;

import org.jspecify.annotations.NullMarked;
