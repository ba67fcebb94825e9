@NullMarked
package dev.akin.vector.transform;

import org.jspecify.annotations.NullMarked;
