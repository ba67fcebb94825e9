@NullMarked
package dev.akin.vector.geometry;

import org.jspecify.annotations.NullMarked;
