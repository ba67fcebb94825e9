@NullMarked
package dev.akin.study.page;

import org.jspecify.annotations.NullMarked;
