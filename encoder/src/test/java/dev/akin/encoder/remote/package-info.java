@NullMarked
package dev.akin.encoder.remote;

import org.jspecify.annotations.NullMarked;
