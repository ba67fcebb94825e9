/** Studies of what benchmarks say: of domains, baselines, smaller corpora and single runs. */
@NullMarked
package dev.akin.study.benchmark;

import org.jspecify.annotations.NullMarked;
