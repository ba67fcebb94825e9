/** Files of others: TREC, BEIR, npy, safetensors, ONNX. */
@NullMarked
package dev.akin.format;

import org.jspecify.annotations.NullMarked;
