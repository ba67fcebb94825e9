@NullMarked
package dev.akin.study.system;

import org.jspecify.annotations.NullMarked;
