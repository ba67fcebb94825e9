@NullMarked
package dev.akin.eval.label;

import org.jspecify.annotations.NullMarked;
