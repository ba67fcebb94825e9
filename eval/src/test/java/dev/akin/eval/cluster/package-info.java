@NullMarked
package dev.akin.eval.cluster;

import org.jspecify.annotations.NullMarked;
