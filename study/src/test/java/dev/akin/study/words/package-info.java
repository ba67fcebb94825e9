@NullMarked
package dev.akin.study.words;

import org.jspecify.annotations.NullMarked;
