@NullMarked
package dev.akin.study.catalog;

import org.jspecify.annotations.NullMarked;
