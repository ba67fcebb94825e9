/**
 * What is measured: encoders, lexical search and what is made of them, named by short texts.
 *
 * <p>Read {@link dev.akin.study.system.SystemSpec} (what such a text means), {@link
 * dev.akin.study.system.Systems} (opens them, sharing models and rows), {@link
 * dev.akin.study.system.MeasuredSystem} (what a task may ask of one).
 */
@NullMarked
package dev.akin.study.system;

import org.jspecify.annotations.NullMarked;
