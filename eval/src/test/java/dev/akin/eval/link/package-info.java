@NullMarked
package dev.akin.eval.link;

import org.jspecify.annotations.NullMarked;
