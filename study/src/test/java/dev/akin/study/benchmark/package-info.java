@NullMarked
package dev.akin.study.benchmark;

import org.jspecify.annotations.NullMarked;
