/* The number loops of the labs: float32, four lanes at a time, no library, no allocation.
 *
 * WebAssembly fixes the result of every operation used here (nothing fused, nothing relaxed), so each
 * browser and Node give the same bits. plain.mjs repeats every loop in JavaScript, in the same order,
 * for places where WebAssembly is refused. Change both together: a test compares them bit by bit.
 *
 * Build: `make kernels`. Matrices are stored row by row; R rows of C numbers are written [R, C].
 */
#include <wasm_simd128.h>

typedef v128_t v4;
#define EXPORT __attribute__((visibility("default"))) extern
#define LOAD(p) wasm_v128_load(p)
#define STORE(p, v) wasm_v128_store(p, v)
#define ALL(x) wasm_f32x4_splat(x)
#define ADD(a, b) wasm_f32x4_add(a, b)
#define SUB(a, b) wasm_f32x4_sub(a, b)
#define MUL(a, b) wasm_f32x4_mul(a, b)
#define LANE(v, i) wasm_f32x4_extract_lane(v, i)

static inline float sum_lanes(v4 v) { return (LANE(v, 0) + LANE(v, 1)) + (LANE(v, 2) + LANE(v, 3)); }

/* exp(x), relative error about 1e-7 (Cephes expf): x = k ln 2 + r, exp(x) = 2^k exp(r). */
static inline v4 exp4(v4 x) {
  x = wasm_f32x4_pmax(wasm_f32x4_pmin(x, ALL(88.f)), ALL(-87.f));
  v4 k = wasm_f32x4_nearest(MUL(x, ALL(1.44269504f)));
  v4 r = SUB(x, MUL(k, ALL(0.693359375f)));
  r = ADD(r, MUL(k, ALL(2.12194440e-4f)));
  v4 p = ALL(1.9875691500e-4f);
  p = ADD(MUL(p, r), ALL(1.3981999507e-3f));
  p = ADD(MUL(p, r), ALL(8.3334519073e-3f));
  p = ADD(MUL(p, r), ALL(4.1665795894e-2f));
  p = ADD(MUL(p, r), ALL(1.6666665459e-1f));
  p = ADD(MUL(p, r), ALL(5.0000001201e-1f));
  p = ADD(ADD(MUL(MUL(p, r), r), r), ALL(1.f));
  v4 power = wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(k), wasm_i32x4_splat(127)), 23);
  return MUL(p, power);
}

static inline float exp1(float x) { return LANE(exp4(ALL(x)), 0); }

/* The natural logarithm of x > 0: x = 2^e m, ln m by the series of atanh. */
static float log1(float x) {
  union { float f; int i; } bits = {x};
  int e = ((bits.i >> 23) & 255) - 127;
  bits.i = (bits.i & 0x7fffff) | 0x3f800000;
  float m = bits.f;
  if (m > 1.41421356f) { m *= .5f; e++; }
  float s = (m - 1) / (m + 1), q = s * s;
  return e * 0.693147181f + 2 * s * (1 + q * (1.f / 3 + q * (.2f + q * (1.f / 7 + q * (1.f / 9 + q / 11)))));
}

/* ---- Matrix product: C[M, N] = A B, or C += A B. A(m, k) is a[m * row + k * column], so that one
 * loop serves A and its transpose. Tiles of 4 rows by 8 columns stay in registers. ---- */

#define WHOLE _Pragma("clang loop unroll(full)")
#define TILE(ROWS, WIDE)                                                                               \
  {                                                                                                    \
    v4 sum[ROWS][WIDE];                                                                                \
    WHOLE for (int r = 0; r < ROWS; r++)                                                               \
      WHOLE for (int v = 0; v < WIDE; v++) sum[r][v] = adds ? LOAD(C + r * ldc + n + 4 * v) : ALL(0);  \
    const float *a = A, *b = B + n;                                                                    \
    for (int k = 0; k < K; k++, a += column, b += ldb) {                                               \
      v4 right[WIDE];                                                                                  \
      WHOLE for (int v = 0; v < WIDE; v++) right[v] = LOAD(b + 4 * v);                                 \
      WHOLE for (int r = 0; r < ROWS; r++) {                                                           \
        v4 left = wasm_v128_load32_splat(a + r * row);                                                 \
        WHOLE for (int v = 0; v < WIDE; v++) sum[r][v] = ADD(sum[r][v], MUL(left, right[v]));          \
      }                                                                                                \
    }                                                                                                  \
    WHOLE for (int r = 0; r < ROWS; r++)                                                               \
      WHOLE for (int v = 0; v < WIDE; v++) STORE(C + r * ldc + n + 4 * v, sum[r][v]);                  \
  }

#define BAND(ROWS)                                                     \
  {                                                                    \
    int n = 0;                                                         \
    for (; n + 8 <= N; n += 8) TILE(ROWS, 2)                           \
    for (; n + 4 <= N; n += 4) TILE(ROWS, 1)                           \
    for (; n < N; n++)                                                 \
      for (int r = 0; r < ROWS; r++) {                                 \
        float s = adds ? C[r * ldc + n] : 0;                           \
        for (int k = 0; k < K; k++) s += A[r * row + k * column] * B[k * ldb + n]; \
        C[r * ldc + n] = s;                                            \
      }                                                                \
  }

EXPORT void multiply(int M, int N, int K, const float *A, int row, int column, const float *B, int ldb, float *C, int ldc, int adds) {
  int m = 0;
  for (; m + 4 <= M; m += 4, A += 4 * row, C += 4 * ldc) BAND(4)
  for (; m < M; m++, A += row, C += ldc) BAND(1)
}

/* y[C, R] = x[R, C] transposed */
EXPORT void transpose(float *y, const float *x, int R, int C) {
  for (int i = 0; i < R; i++)
    for (int j = 0; j < C; j++) y[j * R + i] = x[i * C + j];
}

/* ---- One number after another ---- */

EXPORT void fill(float *x, float value, int n) {
  for (int i = 0; i < n; i++) x[i] = value;
}

/* z += s x */
EXPORT void add_scaled(float *z, const float *x, float s, int n) {
  for (int i = 0; i < n; i++) z[i] += s * x[i];
}

/* z = x + s y */
EXPORT void sum_scaled(float *z, const float *x, const float *y, float s, int n) {
  for (int i = 0; i < n; i++) z[i] = x[i] + s * y[i];
}

/* z[R, C] = x[R, C] + b[C] in each row */
EXPORT void add_row(float *z, const float *x, const float *b, int R, int C) {
  for (int i = 0; i < R; i++)
    for (int j = 0; j < C; j++) z[i * C + j] = x[i * C + j] + b[j];
}

/* g[C] += the sum of all rows of x[R, C] */
EXPORT void sum_rows(float *g, const float *x, int R, int C) {
  for (int i = 0; i < R; i++)
    for (int j = 0; j < C; j++) g[j] += x[i * C + j];
}

/* y = max(0, x); n is a multiple of 4 */
EXPORT void relu(float *y, const float *x, int n) {
  for (int i = 0; i < n; i += 4) STORE(y + i, wasm_f32x4_pmax(ALL(0), LOAD(x + i)));
}

/* gx += gy where y > 0 */
EXPORT void relu_back(float *gx, const float *y, const float *gy, int n) {
  for (int i = 0; i < n; i += 4)
    STORE(gx + i, ADD(LOAD(gx + i), wasm_v128_and(LOAD(gy + i), wasm_f32x4_gt(LOAD(y + i), ALL(0)))));
}

/* Row i of y[n, C] = row index[i] of x */
EXPORT void gather(float *y, const float *x, const int *index, int n, int C) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < C; j++) y[i * C + j] = x[index[i] * C + j];
}

/* Row index[i] of gx += row i of gy[n, C] */
EXPORT void scatter(float *gx, const float *gy, const int *index, int n, int C) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < C; j++) gx[index[i] * C + j] += gy[i * C + j];
}

/* ---- RMS norm (Zhang and Sennrich 2019): y = w x / sqrt(mean(x^2) + 1e-5), row by row ---- */

EXPORT void norm(float *y, float *inverse, const float *x, const float *w, int R, int C) {
  for (int i = 0; i < R; i++, x += C, y += C) {
    v4 squares = ALL(0);
    for (int j = 0; j < C; j += 4) squares = ADD(squares, MUL(LOAD(x + j), LOAD(x + j)));
    float q = 1.f / __builtin_sqrtf(sum_lanes(squares) / C + 1e-5f);
    inverse[i] = q;
    for (int j = 0; j < C; j += 4) STORE(y + j, MUL(MUL(LOAD(x + j), ALL(q)), LOAD(w + j)));
  }
}

/* gx and gw may be 0: then that gradient is not wanted. */
EXPORT void norm_back(float *gx, float *gw, const float *gy, const float *inverse, const float *x, const float *w, int R, int C) {
  for (int i = 0; i < R; i++, x += C, gy += C) {
    float q = inverse[i];
    v4 Q = ALL(q), dots = ALL(0);
    for (int j = 0; j < C; j += 4) dots = ADD(dots, MUL(MUL(LOAD(gy + j), LOAD(w + j)), LOAD(x + j)));
    if (gw)
      for (int j = 0; j < C; j += 4) STORE(gw + j, ADD(LOAD(gw + j), MUL(MUL(LOAD(gy + j), LOAD(x + j)), Q)));
    if (!gx) continue;
    v4 k = ALL(sum_lanes(dots) * q * q * q / C);
    for (int j = 0; j < C; j += 4)
      STORE(gx + j, ADD(LOAD(gx + j), SUB(MUL(MUL(LOAD(gy + j), LOAD(w + j)), Q), MUL(LOAD(x + j), k))));
    gx += C;
  }
}

/* ---- Causal attention (Vaswani et al. 2017): softmax(q k / sqrt(width)) v over this and earlier
 * positions. Rows of X are [q | k | v], each d wide, split among H heads; P keeps the weights. ---- */

static inline float dot(const float *a, const float *b, int n) {
  v4 sum = ALL(0);
  for (int e = 0; e < n; e += 4) sum = ADD(sum, MUL(LOAD(a + e), LOAD(b + e)));
  return sum_lanes(sum);
}

static inline void add_to(float *z, const float *x, float s, int n) {
  for (int e = 0; e < n; e += 4) STORE(z + e, ADD(LOAD(z + e), MUL(ALL(s), LOAD(x + e))));
}

/* What one query takes from the first n positions; its weights go to p. */
static inline void attend_one(float *out, float *p, const float *q, const float *k, const float *v, int n, int width, int step, float scale) {
  float most = -1e30f, total = 0;
  for (int j = 0; j < n; j++) {
    p[j] = dot(q, k + j * step, width) * scale;
    if (p[j] > most) most = p[j];
  }
  for (int j = 0; j < n; j++) { p[j] = exp1(p[j] - most); total += p[j]; }
  float share = 1.f / total;
  for (int e = 0; e < width; e += 4) STORE(out + e, ALL(0));
  for (int j = 0; j < n; j++) { p[j] *= share; add_to(out, v + j * step, p[j], width); }
}

/* All T positions of B texts: y[B T, d], P[B, H, T, T] */
EXPORT void attend(float *y, float *P, const float *X, int B, int T, int H, int d) {
  int width = d / H, step = 3 * d;
  float scale = 1.f / __builtin_sqrtf((float)width);
  for (int b = 0; b < B; b++)
    for (int h = 0; h < H; h++) {
      const float *first = X + b * T * step + h * width;
      for (int i = 0; i < T; i++, P += T)
        attend_one(y + (b * T + i) * d + h * width, P, first + i * step, first + d, first + 2 * d, i + 1, width, step, scale);
    }
}

/* The new position t of B texts, for decoding; X keeps every earlier row: [B, Tmax, 3 d]. */
EXPORT void attend_next(float *y, float *p, const float *X, int B, int Tmax, int t, int H, int d) {
  int width = d / H, step = 3 * d;
  float scale = 1.f / __builtin_sqrtf((float)width);
  for (int b = 0; b < B; b++)
    for (int h = 0; h < H; h++) {
      const float *first = X + b * Tmax * step + h * width;
      attend_one(y + b * d + h * width, p, first + t * step, first + d, first + 2 * d, t + 1, width, step, scale);
    }
}

EXPORT void attend_back(float *gX, const float *gy, float *row, const float *P, const float *X, int B, int T, int H, int d) {
  int width = d / H, step = 3 * d;
  float scale = 1.f / __builtin_sqrtf((float)width);
  for (int b = 0; b < B; b++)
    for (int h = 0; h < H; h++)
      for (int i = 0; i < T; i++, P += T) {
        int here = (b * T + i) * step + h * width, first = b * T * step + h * width;
        const float *g = gy + (b * T + i) * d + h * width;
        float total = 0;
        for (int j = 0; j <= i; j++) {
          int v = first + j * step + 2 * d;
          row[j] = dot(g, X + v, width);
          add_to(gX + v, g, P[j], width);
          total += P[j] * row[j];
        }
        for (int j = 0; j <= i; j++) {
          int k = first + j * step + d;
          float slope = P[j] * (row[j] - total) * scale;
          add_to(gX + here, X + k, slope, width);
          add_to(gX + k, X + here, slope, width);
        }
      }
}

/* ---- Loss and optimizer ---- */

/* Cross-entropy of each row of z[R, V]: loss[i] = -log softmax(z_i)[target_i].
 * g, if not 0, becomes weight_i (softmax(z_i) - one-hot of target_i). */
EXPORT void cross_entropy(float *loss, float *g, const float *z, const int *target, const float *weight, int R, int V) {
  for (int i = 0; i < R; i++, z += V) {
    float most = z[0], total = 0;
    for (int j = 1; j < V; j++) if (z[j] > most) most = z[j];
    v4 totals = ALL(0);
    int j = 0;
    for (; j + 4 <= V; j += 4) {
      v4 e = exp4(SUB(LOAD(z + j), ALL(most)));
      if (g) STORE(g + j, e);
      totals = ADD(totals, e);
    }
    for (; j < V; j++) {
      float e = exp1(z[j] - most);
      if (g) g[j] = e;
      total += e;
    }
    total += sum_lanes(totals);
    loss[i] = log1(total) + most - z[target[i]];
    if (!g) continue;
    float k = weight[i] / total;
    for (j = 0; j < V; j++) g[j] *= k;
    g[target[i]] -= weight[i];
    g += V;
  }
}

EXPORT float sum_of_squares(const float *x, int n) {
  v4 sum = ALL(0);
  int i = 0;
  for (; i + 4 <= n; i += 4) sum = ADD(sum, MUL(LOAD(x + i), LOAD(x + i)));
  float total = sum_lanes(sum);
  for (; i < n; i++) total += x[i] * x[i];
  return total;
}

/* One step of Adam (Kingma and Ba 2014) with decoupled weight decay (Loshchilov and Hutter 2017).
 * shrink scales the gradient; c1 and c2 are 1 / (1 - beta^step). */
EXPORT void adam(float *x, const float *g, float *m, float *v, int n, float shrink, float rate, float b1, float b2, float c1, float c2, float epsilon, float decay) {
  for (int i = 0; i < n; i++) {
    float gi = g[i] * shrink;
    m[i] = b1 * m[i] + (1 - b1) * gi;
    v[i] = b2 * v[i] + (1 - b2) * gi * gi;
    x[i] -= rate * (m[i] * c1 / (__builtin_sqrtf(v[i] * c2) + epsilon) + decay * x[i]);
  }
}
