/** Whether two sets of targets lean to different attributes: WEAT and SEAT. */
@NullMarked
package dev.akin.eval.bias;

import org.jspecify.annotations.NullMarked;
