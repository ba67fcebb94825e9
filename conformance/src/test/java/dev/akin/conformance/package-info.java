/** Tests over all modules: contracts of the central interfaces, architecture, documentation. */
@NullMarked
package dev.akin.conformance;

import org.jspecify.annotations.NullMarked;
