@NullMarked
package dev.akin.vector;

import org.jspecify.annotations.NullMarked;
