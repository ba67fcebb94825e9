@NullMarked
package dev.akin.words.training;

import org.jspecify.annotations.NullMarked;
