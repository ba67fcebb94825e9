@NullMarked
package dev.akin.study.task;

import org.jspecify.annotations.NullMarked;
