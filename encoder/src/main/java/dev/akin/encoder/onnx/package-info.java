/**
 * Token ids to rows on ONNX Runtime: {@link dev.akin.encoder.onnx.OnnxModel}, opened from a file or
 * from memory, with {@link dev.akin.encoder.onnx.NativeLibrary} for a fast start.
 */
@NullMarked
package dev.akin.encoder.onnx;

import org.jspecify.annotations.NullMarked;
