#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

// Distribution functions of Boost.Math behind a C interface. The C++ file holds them.
//
// No exception leaves this target: an argument outside the domain of a function gives NaN. "lower"
// is P(X <= x), "upper" is P(X > x), each computed directly so that small tails keep their digits.
// Quantiles take the probability of the tail they are named after.

#ifdef __cplusplus
extern "C" {
#define CBM_NOEXCEPT noexcept
#else
#define CBM_NOEXCEPT
#endif

double cbm_normal_lower(double x) CBM_NOEXCEPT;
double cbm_normal_upper(double x) CBM_NOEXCEPT;
double cbm_normal_quantile(double lower) CBM_NOEXCEPT;
double cbm_normal_upper_quantile(double upper) CBM_NOEXCEPT;

double cbm_student_lower(double x, double df) CBM_NOEXCEPT;
double cbm_student_upper(double x, double df) CBM_NOEXCEPT;
double cbm_student_upper_quantile(double upper, double df) CBM_NOEXCEPT;

double cbm_chi_squared_lower(double x, double df) CBM_NOEXCEPT;
double cbm_chi_squared_upper(double x, double df) CBM_NOEXCEPT;
double cbm_chi_squared_upper_quantile(double upper, double df) CBM_NOEXCEPT;

double cbm_fisher_lower(double x, double df1, double df2) CBM_NOEXCEPT;
double cbm_fisher_upper(double x, double df1, double df2) CBM_NOEXCEPT;
double cbm_fisher_upper_quantile(double upper, double df1, double df2) CBM_NOEXCEPT;

double cbm_beta_lower(double x, double a, double b) CBM_NOEXCEPT;
double cbm_beta_upper(double x, double a, double b) CBM_NOEXCEPT;
double cbm_beta_quantile(double lower, double a, double b) CBM_NOEXCEPT;
double cbm_beta_upper_quantile(double upper, double a, double b) CBM_NOEXCEPT;

double cbm_binomial_lower(double k, double n, double p) CBM_NOEXCEPT;
double cbm_binomial_upper(double k, double n, double p) CBM_NOEXCEPT;

// P(X = k) for k marked among n drawn without replacement from `population`, `marked` of them.
double cbm_hypergeometric_mass(unsigned k, unsigned marked, unsigned n, unsigned population)
    CBM_NOEXCEPT;

double cbm_log_gamma(double x) CBM_NOEXCEPT;

// log(n!) less Stirling's formula n log n - n + log(2 pi n)/2, for n > 0.
double cbm_stirling_error(double n) CBM_NOEXCEPT;

// The elementary functions of the C library, so that Swift needs no other import for them.
static inline double cbm_log(double x) { return __builtin_log(x); }
static inline double cbm_log10(double x) { return __builtin_log10(x); }
static inline double cbm_log1p(double x) { return __builtin_log1p(x); }
static inline double cbm_exp(double x) { return __builtin_exp(x); }
static inline double cbm_expm1(double x) { return __builtin_expm1(x); }
static inline double cbm_pow(double x, double y) { return __builtin_pow(x, y); }
static inline double cbm_sin(double x) { return __builtin_sin(x); }
static inline double cbm_asin(double x) { return __builtin_asin(x); }

#ifdef __cplusplus
}
#endif
#endif
