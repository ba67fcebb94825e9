@NullMarked
package dev.akin.eval;

import org.jspecify.annotations.NullMarked;
