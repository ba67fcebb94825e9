/** How many texts a CPU-second an encoder turns into vectors, against others. */
@NullMarked
package dev.akin.bench.encoding;

import org.jspecify.annotations.NullMarked;
