/**
 * All studies, and their results on disk.
 *
 * <p>Read {@link dev.akin.study.catalog.StudyCatalog}, {@link dev.akin.study.catalog.StudyFolder}.
 */
@NullMarked
package dev.akin.study.catalog;

import org.jspecify.annotations.NullMarked;
