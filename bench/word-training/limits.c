/* What one core can do at most of what word training does:
 *   cc -O3 -march=native bench/word-training/limits.c -o limits && ./limits
 * Prints fused multiply-adds in registers, and rows of 448 bytes that are read and changed at random
 * places of tables of 1 and 61 MB, both ways counted. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { LANES = 8, SUMS = 12, ROW = 112 };

typedef float vector __attribute__((vector_size(4 * LANES)));

static double cpu(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static uint64_t state = 1;

static uint64_t draw(void) {
  uint64_t z = state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

static double multiplications(void) {
  const long rounds = 50000000;
  vector sums[SUMS], factor = {}, addend = {};
  for (int k = 0; k < LANES; k++) factor[k] = 0.999f, addend[k] = 1e-6f;
  for (int s = 0; s < SUMS; s++) sums[s] = factor * (float) (s + 1);
  double start = cpu();
  for (long r = 0; r < rounds; r++) {
#pragma GCC unroll 12
    for (int s = 0; s < SUMS; s++) sums[s] = sums[s] * factor + addend;
  }
  double seconds = cpu() - start;
  vector all = {};
  for (int s = 0; s < SUMS; s++) all += sums[s];
  float sink = 0;
  for (int k = 0; k < LANES; k++) sink += all[k];
  if (sink == 0) puts("");
  return 2.0 * LANES * SUMS * rounds / seconds / 1e9;
}

static double rows(long bytes) {
  long count = bytes / (4 * ROW), changes = 20000000;
  float *table = aligned_alloc(64, count * 4 * ROW);
  float gain[ROW];
  for (long i = 0; i < count * ROW; i++) table[i] = 1;
  for (int c = 0; c < ROW; c++) gain[c] = 1e-9f;
  double start = cpu();
  for (long r = 0; r < changes; r++) {
    float *row = table + (long) ((draw() >> 32) * count >> 32) * ROW;
    for (int c = 0; c < ROW; c++) row[c] += gain[c];
  }
  double seconds = cpu() - start;
  free(table);
  return 2.0 * 4 * ROW * changes / seconds / 1e9;
}

int main(void) {
  printf("%.0f GFLOP/s in registers\n", multiplications());
  printf("%.1f GB/s of rows of 1 MB\n", rows(1L << 20));
  printf("%.1f GB/s of rows of 61 MB\n", rows(61L << 20));
  return 0;
}
