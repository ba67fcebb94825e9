/**
 * Tensor files: {@link dev.akin.format.tensor.Safetensors} and {@link dev.akin.format.tensor.Npy},
 * read by mapping and written as the tools of others expect them.
 */
@NullMarked
package dev.akin.format.tensor;

import org.jspecify.annotations.NullMarked;
