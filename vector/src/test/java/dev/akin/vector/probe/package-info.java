@NullMarked
package dev.akin.vector.probe;

import org.jspecify.annotations.NullMarked;
