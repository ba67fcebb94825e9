@NullMarked
package dev.akin.eval.pair;

import org.jspecify.annotations.NullMarked;
