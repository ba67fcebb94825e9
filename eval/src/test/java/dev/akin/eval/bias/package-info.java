@NullMarked
package dev.akin.eval.bias;

import org.jspecify.annotations.NullMarked;
