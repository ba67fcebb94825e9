package dev.akin.study.page;

/** Something drawn: numbers in, lines and dots out. Every chart is a value. */
public sealed interface Chart permits IntervalPlot, ScatterPlot, PairPlot {}
