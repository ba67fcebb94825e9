/**
 * What is measured: data, a protocol and a main metric, in MTEB's categories and by its protocols.
 *
 * <p>Read {@link dev.akin.study.task.Task}, {@link dev.akin.study.task.TaskResult}, then {@link
 * dev.akin.study.task.TaskCatalog} (public data by name) and the tasks themselves, which take data
 * of one's own.
 */
@NullMarked
package dev.akin.study.task;

import org.jspecify.annotations.NullMarked;
